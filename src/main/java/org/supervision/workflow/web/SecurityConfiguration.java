package org.supervision.workflow.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.supervision.workflow.web.Posts.anyOf;
import static org.supervision.workflow.web.Posts.ofGovernment;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.LocaleResolver;
import org.supervision.identity.Role;

/**
 * Every address the application answers, with who may use it, in one place; what is not listed is refused. Finer rules,
 * such as whose cycle it is, are the modules' own. The engine's endpoints are listed in {@link EngineEndpoints}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String PORTAL_CONTENT = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final String API_PAGES_CONTENT = PORTAL_CONTENT + "; style-src 'self' 'unsafe-inline'";

    /** Patterns below are of the whole path: the engine's endpoints are servlets of their own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** An attempt that comes too soon is a failed one for the trail. */
    @Bean
    AuthenticationEventPublisher signInEvents(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(
                Map.of(SignInTooSoonException.class, AuthenticationFailureLockedEvent.class));
        return publisher;
    }

    /** Cockpit, Tasklist and Admin: only signed in, and only what these applications need. */
    @Bean
    @Order(1)
    SecurityFilterChain engineApplications(
            HttpSecurity http, RefusalAnswers answers, SessionPeople people, LocaleResolver locales) throws Exception {
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
                .addFilterAfter(new QueryExpressionFilter(), AuthorizationFilter.class)
                .addFilterAfter(new CallerLanguageFilter(locales), QueryExpressionFilter.class)
                // Their own filter guards the endpoints with a token of its own.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/api/**"))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler()))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                // Their content security policy is their own; their large scripts may be cached.
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .cacheControl(cache -> cache.disable())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    /** REST: HTTP Basic without a session, or the portal's session with its CSRF token. */
    @Bean
    @Order(2)
    SecurityFilterChain rest(
            HttpSecurity http,
            RefusalAnswers answers,
            SessionPeople people,
            @Lazy IdentityService identity,
            MultipartProperties uploads)
            throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests
                        // directory
                        .requestMatchers(GET, "/api/v1/me", "/api/v1/units/**", "/api/v1/people/**")
                        .authenticated()
                        .requestMatchers("/api/v1/governments/**")
                        .access(anyOf(Role.SYSTEM_ADMIN))
                        .requestMatchers(POST, "/api/v1/units", "/api/v1/units/*/aliases", "/api/v1/units/*/merger")
                        .access(anyOf(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN))
                        .requestMatchers(POST, "/api/v1/people")
                        .access(anyOf(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN))
                        .requestMatchers(PUT, "/api/v1/units/*/duty")
                        .access(anyOf(Role.OFFICE_CHIEF))
                        // calendar
                        .requestMatchers(GET, "/api/v1/calendar/*")
                        .authenticated()
                        .requestMatchers(PUT, "/api/v1/calendar/*")
                        .access(anyOf(Role.SYSTEM_ADMIN))
                        // tables in
                        .requestMatchers("/api/v1/imports/**")
                        .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                        .requestMatchers(POST, "/api/v1/plans/*/issuance")
                        .access(anyOf(Role.OFFICE_CHIEF))
                        // the quarter
                        .requestMatchers(GET, "/api/v1/key-tasks/**", "/api/v1/rounds/**", "/api/v1/cycles/**")
                        .access(ofGovernment())
                        .requestMatchers(GET, "/api/v1/slips/**", "/api/v1/circulars/**", "/api/v1/statistics/**")
                        .access(ofGovernment())
                        .requestMatchers(
                                POST, "/api/v1/cycles/*/reminders", "/api/v1/circulars", "/api/v1/scores/marks")
                        .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                        .requestMatchers(POST, "/api/v1/cycles/*/undo")
                        .access(ofGovernment())
                        .requestMatchers(POST, "/api/v1/slips/*/appeals")
                        .access(anyOf(Role.UNIT_LEADER))
                        .requestMatchers(GET, "/api/v1/scores", "/api/v1/score-rules")
                        .access(ofGovernment())
                        .requestMatchers(PUT, "/api/v1/key-tasks/*/importance")
                        .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                        .requestMatchers(GET, "/api/v1/ladder")
                        .access(ofGovernment())
                        .requestMatchers(PUT, "/api/v1/ladder", "/api/v1/score-rules/*")
                        .access(anyOf(Role.OFFICE_CHIEF))
                        .requestMatchers(POST, "/api/v1/key-tasks/*/instructions")
                        .access(anyOf(Role.CITY_LEADER))
                        .requestMatchers(POST, "/api/v1/rounds", "/api/v1/rounds/*/opening", "/api/v1/rounds/*/closing")
                        .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                        .requestMatchers(POST, "/api/v1/rounds/*/publication")
                        .access(anyOf(Role.OFFICE_CHIEF))
                        // changes to it: whose key task it is, is decided for each
                        .requestMatchers(GET, "/api/v1/change-requests/**")
                        .access(ofGovernment())
                        .requestMatchers(
                                POST,
                                "/api/v1/cycles/*/extension-requests",
                                "/api/v1/key-tasks/*/plan-change-requests",
                                "/api/v1/key-tasks/*/lead-change-requests")
                        .access(anyOf(Role.LIAISON, Role.UNIT_LEADER))
                        .requestMatchers(
                                POST, "/api/v1/key-tasks/*/suspensions", "/api/v1/change-requests/*/withdrawal")
                        .access(anyOf(Role.LIAISON, Role.UNIT_LEADER, Role.OFFICER, Role.OFFICE_CHIEF))
                        // work items: candidates only, decided for each
                        .requestMatchers(GET, "/api/v1/work-items/**")
                        .access(ofGovernment())
                        .requestMatchers(POST, "/api/v1/work-items/*/completion", "/api/v1/work-items/*/attachments")
                        .access(ofGovernment())
                        .requestMatchers(PUT, "/api/v1/work-items/*/draft")
                        .access(ofGovernment())
                        // told: one's own
                        .requestMatchers(GET, "/api/v1/inbox")
                        .access(ofGovernment())
                        .requestMatchers(POST, "/api/v1/inbox/*/reading")
                        .access(ofGovernment())
                        // trail
                        .requestMatchers(GET, "/api/v1/audit-entries/**")
                        .access(anyOf(Role.AUDITOR, Role.OFFICE_CHIEF))
                        // simulated clock; exists in the demo only
                        .requestMatchers(POST, "/api/v1/demo/clock")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .securityContext(context -> context.securityContextRepository(people))
                .addFilterBefore(uploadLimit(uploads, answers), CsrfFilter.class)
                .addFilterAfter(new GovernmentFilter(identity), AuthorizationFilter.class)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new SessionWrites()))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::deny)
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
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
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(API_PAGES_CONTENT))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
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
                        "/favicon.ico",
                        "/actuator/health",
                        "/actuator/health/*")
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PORTAL_CONTENT))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    /** The portal and everything else. */
    @Bean
    @Order(5)
    SecurityFilterChain portal(
            HttpSecurity http,
            RefusalAnswers answers,
            SessionPeople people,
            @Lazy IdentityService identity,
            MultipartProperties uploads)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests
                        // anyone
                        .requestMatchers(GET, "/public", "/public/**")
                        .permitAll()
                        .requestMatchers("/login", "/error")
                        .permitAll()
                        // signed in
                        .requestMatchers(GET, "/")
                        .authenticated()
                        .requestMatchers(GET, "/process-diagrams/*")
                        .authenticated()
                        .requestMatchers("/units/**", "/demo/**")
                        .authenticated()
                        .requestMatchers(GET, "/calendar")
                        .authenticated()
                        .requestMatchers(POST, "/calendar/*")
                        .access(anyOf(Role.SYSTEM_ADMIN))
                        .requestMatchers("/work-items/**", "/inbox/**")
                        .access(ofGovernment())
                        .requestMatchers("/key-tasks/*/instructions")
                        .access(anyOf(Role.CITY_LEADER))
                        .requestMatchers(POST, "/key-tasks/*/importance", "/cycles/*/reminders", "/scores/marks")
                        .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                        .requestMatchers(POST, "/slips/signatures", "/circulars")
                        .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                        .requestMatchers(POST, "/slips/*/appeals")
                        .access(anyOf(Role.UNIT_LEADER))
                        .requestMatchers(POST, "/rules/**")
                        .access(anyOf(Role.OFFICE_CHIEF))
                        .requestMatchers(GET, "/scores", "/rules")
                        .access(ofGovernment())
                        .requestMatchers("/key-tasks/**", "/cycles/**", "/rounds/**", "/slips/**", "/statistics/**")
                        .access(ofGovernment())
                        .requestMatchers("/change-requests/**", "/circulars/**")
                        .access(ofGovernment())
                        .requestMatchers("/imports/**", "/deliveries/**")
                        .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                        .requestMatchers("/contacts/**")
                        .access(anyOf(Role.OFFICE_CHIEF))
                        .requestMatchers("/channels/**", "/governments/**")
                        .access(anyOf(Role.SYSTEM_ADMIN))
                        .requestMatchers(GET, "/audit/**")
                        .access(anyOf(Role.AUDITOR, Role.OFFICE_CHIEF))
                        .anyRequest()
                        .denyAll())
                .securityContext(context -> context.securityContextRepository(people))
                .addFilterBefore(uploadLimit(uploads, answers), CsrfFilter.class)
                .addFilterAfter(new GovernmentFilter(identity), AuthorizationFilter.class)
                .formLogin(login -> login.loginPage("/login").failureHandler(answers))
                .exceptionHandling(failures -> failures.accessDeniedHandler(answers))
                .logout(logout -> logout.logoutSuccessUrl("/login?signedOut"))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new PortalWrites()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(PORTAL_CONTENT + "; " + DiagramStyles.DIRECTIVE))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
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
