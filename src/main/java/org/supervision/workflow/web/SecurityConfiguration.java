package org.supervision.workflow.web;

import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;
import org.supervision.identity.CurrentUsers;

/** How requests are guarded; who may use which address say {@link AddressRules} and {@link EngineEndpoints}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Patterns below are of the whole path: the engine's endpoints are servlets of their own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    RecordedAnswersFilter recordedAnswers(@Lazy AnswerRecord answers, CurrentUsers currentUsers) {
        return new RecordedAnswersFilter(answers, currentUsers);
    }

    /** Part of the chains below only: what is not the security's to answer is not the trail's to tell. */
    @Bean
    FilterRegistrationBean<RecordedAnswersFilter> recordedAnswersInChainsOnly(RecordedAnswersFilter recorded) {
        var registration = new FilterRegistrationBean<>(recorded);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    AdministratorsAddressFilter administratorsPlaces(
            @Value("${supervision.administrators-from}") List<String> allowed,
            CurrentUsers currentUsers,
            RefusalAnswers answers) {
        return new AdministratorsAddressFilter(allowed, currentUsers, answers);
    }

    @Bean
    FilterRegistrationBean<AdministratorsAddressFilter> administratorsPlacesInChainsOnly(
            AdministratorsAddressFilter places) {
        var registration = new FilterRegistrationBean<>(places);
        registration.setEnabled(false);
        return registration;
    }

    /** An attempt that comes too soon is a failed one for the trail. */
    @Bean
    AuthenticationEventPublisher signInEvents(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(Map.of(
                SignInTooSoonException.class,
                AuthenticationFailureLockedEvent.class,
                OAuth2AuthenticationException.class,
                AuthenticationFailureBadCredentialsEvent.class));
        return publisher;
    }

    /** Cockpit, Tasklist and Admin: only signed in, and only what these applications need. */
    @Bean
    @Order(1)
    SecurityFilterChain engineApplications(
            HttpSecurity http,
            RefusalAnswers answers,
            SessionPeople people,
            SignInMode mode,
            LocaleResolver locales,
            SessionSignIns signIns,
            RecordedAnswersFilter recorded,
            AdministratorsAddressFilter places)
            throws Exception {
        http.securityMatcher("/camunda", "/camunda/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, "/camunda", "/camunda/")
                        .authenticated()
                        .requestMatchers(GET, "/camunda/app/**", "/camunda/lib/**", "/camunda/assets/**")
                        .authenticated()
                        .requestMatchers(GET, "/camunda/favicon.ico")
                        .authenticated()
                        .requestMatchers(new EngineEndpoints())
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .securityContext(context -> context.securityContextRepository(people))
                .addFilterBefore(recorded, CsrfFilter.class)
                .addFilterBefore(places, AuthorizationFilter.class)
                .addFilterBefore(new FirstPasswordFilter(answers), AuthorizationFilter.class)
                .addFilterAfter(new QueryExpressionFilter(), AuthorizationFilter.class)
                .addFilterAfter(new QueryLimitFilter(), QueryExpressionFilter.class)
                .addFilterAfter(new EngineErrorsFilter(answers), QueryLimitFilter.class)
                .addFilterAfter(new CallerLanguageFilter(locales), EngineErrorsFilter.class)
                // Their own filter guards the endpoints with a token of its own.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/api/**"))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(StrictHeaders::engineApplications);
        http.logout(logout -> logout.addLogoutHandler(signIns));
        mode.engineApplications(http, answers);
        return http.build();
    }

    /** REST: credentials with each call and no session, or the portal's session with its CSRF token. */
    @Bean
    @Order(2)
    SecurityFilterChain rest(
            HttpSecurity http,
            RefusalAnswers answers,
            SessionPeople people,
            SignInMode mode,
            @Lazy IdentityService identity,
            MultipartProperties uploads,
            RateLimits limits,
            RecordedAnswersFilter recorded,
            AdministratorsAddressFilter places)
            throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(AddressRules::rest)
                .securityContext(context -> context.securityContextRepository(people))
                .addFilterBefore(recorded, CsrfFilter.class)
                .addFilterBefore(uploadLimit(uploads, answers), CsrfFilter.class)
                .addFilterBefore(places, AuthorizationFilter.class)
                .addFilterBefore(new FirstPasswordFilter(answers), AuthorizationFilter.class)
                .addFilterAfter(new GovernmentFilter(identity), AuthorizationFilter.class)
                .addFilterAfter(new RateLimitFilter(limits, answers), GovernmentFilter.class)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new CsrfTokens()).requireCsrfProtectionMatcher(new SessionWrites()))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(
                        headers -> StrictHeaders.common(headers, StrictHeaders.NO_CONTENT, ReferrerPolicy.NO_REFERRER));
        mode.rest(http, answers);
        return http.build();
    }

    /** The description of the REST interface is no secret; its pages style themselves inline. */
    @Bean
    @Order(3)
    SecurityFilterChain restDescription(HttpSecurity http) throws Exception {
        http.securityMatcher("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        StrictHeaders.common(headers, StrictHeaders.API_PAGES_CONTENT, ReferrerPolicy.SAME_ORIGIN));
        return http.build();
    }

    /** What is the same for everybody: nobody is asked for, neither in the session nor in the database. */
    @Bean
    @Order(4)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        http.securityMatcher(
                        "/css/**",
                        "/js/**",
                        "/img/**",
                        "/webjars/**",
                        "/_static/**",
                        "/favicon.ico",
                        "/actuator/health",
                        "/actuator/health/*")
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(StrictHeaders::openFiles);
        return http.build();
    }

    /** The portal and everything else. */
    @Bean
    @Order(5)
    SecurityFilterChain portal(
            HttpSecurity http,
            RefusalAnswers answers,
            SessionPeople people,
            SignInMode mode,
            @Lazy IdentityService identity,
            MultipartProperties uploads,
            RateLimits limits,
            SessionSignIns signIns,
            RecordedAnswersFilter recorded,
            AdministratorsAddressFilter places)
            throws Exception {
        http.authorizeHttpRequests(AddressRules::portal)
                .securityContext(context -> context.securityContextRepository(people))
                .addFilterBefore(recorded, CsrfFilter.class)
                .addFilterBefore(uploadLimit(uploads, answers), CsrfFilter.class)
                .addFilterBefore(places, AuthorizationFilter.class)
                .addFilterBefore(new FirstPasswordFilter(answers), AuthorizationFilter.class)
                .addFilterAfter(new GovernmentFilter(identity), AuthorizationFilter.class)
                .addFilterAfter(new RateLimitFilter(limits, answers), GovernmentFilter.class)
                .exceptionHandling(failures -> failures.accessDeniedHandler(answers))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new CsrfTokens()).requireCsrfProtectionMatcher(new PortalWrites()))
                .headers(headers -> StrictHeaders.common(
                        headers, portalContent(mode) + "; " + DiagramStyles.DIRECTIVE, ReferrerPolicy.SAME_ORIGIN));
        http.sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy(signIns))
                .logout(logout -> logout.addLogoutHandler(signIns));
        mode.portal(http, answers);
        return http.build();
    }

    private static String portalContent(SignInMode mode) {
        return StrictHeaders.PORTAL_CONTENT.replace(
                "form-action 'self'", ("form-action 'self' " + mode.formTargets()).strip());
    }

    private static UploadLimitFilter uploadLimit(MultipartProperties uploads, RefusalAnswers answers) {
        return new UploadLimitFilter(uploads.getMaxRequestSize().toBytes(), answers);
    }

    /** Tells the engine's web applications who is signed in; runs after Spring Security. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineApplicationsSignIn() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.addInitParameter(
                org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter
                        .AUTHENTICATION_PROVIDER_PARAM,
                EngineApplicationsSignIn.class.getName());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }
}
