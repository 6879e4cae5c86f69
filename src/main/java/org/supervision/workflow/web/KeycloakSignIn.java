package org.supervision.workflow.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Accounts.State;
import org.supervision.shared.DomainException;
import org.supervision.workflow.DirectoryPeople;
import org.supervision.workflow.KeycloakSettings;
import org.supervision.workflow.SharedDirectory;

/** At Keycloak: one sign-in for the portal and the engine's applications, a bearer token for REST. */
@Component
@Profile("keycloak")
class KeycloakSignIn implements SignInMode {

    private static final String BEGIN = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;
    private static final String SIGNED_OUT = "/login?signedOut";

    private final ClientRegistrationRepository clients;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange;
    private final BearerSignIn bearers;
    private final EndedSignIns ended;
    private final KeycloakSettings settings;
    private final SharedDirectory directory;
    private final DirectoryPeople people;
    private final Accounts accounts;
    private final JwtDecoder signOutTokens;
    private final AuthenticationEventPublisher signInEvents;

    KeycloakSignIn(
            ClientRegistrationRepository clients,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange,
            BearerSignIn bearers,
            EndedSignIns ended,
            KeycloakSettings settings,
            SharedDirectory directory,
            DirectoryPeople people,
            Accounts accounts,
            @Qualifier("signOutTokens") JwtDecoder signOutTokens,
            AuthenticationEventPublisher signInEvents) {
        this.clients = clients;
        this.codeExchange = codeExchange;
        this.bearers = bearers;
        this.ended = ended;
        this.settings = settings;
        this.directory = directory;
        this.people = people;
        this.accounts = accounts;
        this.signOutTokens = signOutTokens;
        this.signInEvents = signInEvents;
    }

    @Override
    public String address() {
        return BEGIN + "/" + KeycloakClient.REGISTRATION;
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"supervision\"";
    }

    /** Signing out is a form, and leads there. */
    @Override
    public String formTargets() {
        return UriComponentsBuilder.fromUriString(settings.issuer())
                .replacePath(null)
                .build()
                .toString();
    }

    @Override
    public void portal(HttpSecurity http, RefusalAnswers answers) throws Exception {
        http.oauth2Login(login -> login.loginPage("/login")
                        .authorizationEndpoint(begin -> begin.authorizationRequestResolver(beginnings()))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(codeExchange))
                        .userInfoEndpoint(person -> person.oidcUserService(this::person))
                        .authorizedClientRepository(new NoTokens())
                        .successHandler(OwnAddresses.afterSignIn())
                        .failureHandler(failures(answers)))
                .logout(logout ->
                        logout.addLogoutHandler(StrictHeaders.nothingStays()).logoutSuccessHandler(signOutThere()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(answers))
                .addFilterBefore(new BackChannelSignOutFilter(signOutTokens, ended), CsrfFilter.class)
                .addFilterBefore(
                        new DirectoryAnswersFilter(
                                PathPatternRequestMatcher.withDefaults().matcher(GET, address()), directory, answers),
                        OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterBefore(
                        new OwnWishFilter(
                                PathPatternRequestMatcher.withDefaults().matcher(GET, address())),
                        DirectoryAnswersFilter.class);
    }

    /** With the parameter {@code again} somebody else can sign in than the browser is known as. */
    private OAuth2AuthorizationRequestResolver beginnings() {
        DefaultOAuth2AuthorizationRequestResolver known = new DefaultOAuth2AuthorizationRequestResolver(clients, BEGIN);
        DefaultOAuth2AuthorizationRequestResolver anew = new DefaultOAuth2AuthorizationRequestResolver(clients, BEGIN);
        known.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        anew.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> more.put("prompt", "login"))));
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return (request.getParameter("again") == null ? known : anew).resolve(request);
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return known.resolve(request, registration);
            }
        };
    }

    /** The token of the sign-in says who it is, and no more. */
    private OidcUser person(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String called = token.getPreferredUsername();
        try {
            Account account = people.signedIn(token.getSubject(), called)
                    .filter(known -> known.state() == State.OPEN)
                    .orElseThrow(() -> new NoPostException(called));
            if (!SecondFactor.isEnough(account, token)) {
                throw new SecondFactorException(account.username());
            }
            return DirectoryPerson.of(account, token);
        } catch (DomainException e) {
            throw new SignInUnavailableException(e);
        }
    }

    /** Whose session at Keycloak was begun without a second factor signs in anew there, which asks for it. */
    private AuthenticationFailureHandler failures(RefusalAnswers answers) {
        return (request, response, failure) -> {
            if (failure instanceof SecondFactorException && request.getParameter("code") != null) {
                response.sendRedirect(request.getContextPath() + address() + "?again");
            } else {
                answers.onAuthenticationFailure(request, response, failure);
            }
        };
    }

    /** Out of everything that was entered by the same sign-in; of the portal alone while Keycloak does not answer. */
    private LogoutSuccessHandler signOutThere() {
        OidcClientInitiatedLogoutSuccessHandler there = new OidcClientInitiatedLogoutSuccessHandler(clients);
        there.setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
        there.setDefaultTargetUrl(SIGNED_OUT);
        return (request, response, person) -> {
            if (person != null && directory.answers()) {
                there.onLogoutSuccess(request, response, person);
            } else {
                response.sendRedirect(request.getContextPath() + SIGNED_OUT);
            }
        };
    }

    @Override
    public void rest(HttpSecurity http, RefusalAnswers answers) throws Exception {
        ProviderManager checks = new ProviderManager(bearers);
        checks.setAuthenticationEventPublisher(signInEvents);
        http.oauth2ResourceServer(
                tokens -> tokens.authenticationEntryPoint(answers).jwt(jwt -> jwt.authenticationManager(checks)));
    }

    /** Their own button for leaving cannot lead to Keycloak's page: the session there is ended from here. */
    @Override
    public void engineApplications(HttpSecurity http, RefusalAnswers answers) throws Exception {
        http.logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                        .matcher(POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                .addLogoutHandler(StrictHeaders.nothingStays())
                .logoutSuccessHandler((request, response, person) -> endThere(response, person)));
    }

    private void endThere(HttpServletResponse response, @Nullable Authentication person) throws IOException {
        try {
            if (person != null
                    && person.getPrincipal() instanceof OidcUser user
                    && user.getIdToken().getClaimAsString("sid") != null) {
                directory.endSession(user.getIdToken().getClaimAsString("sid"));
            }
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (DomainException e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    @Override
    public @Nullable Authentication now(Authentication kept) {
        if (!(kept instanceof OAuth2AuthenticationToken signIn)
                || !(signIn.getPrincipal() instanceof OidcUser person)) {
            return null;
        }
        if (ended.contain(person.getIdToken())) {
            return null;
        }
        return accounts.current(person.getName())
                .filter(account -> account.state() == State.OPEN)
                .filter(account -> SecondFactor.isEnough(account, person.getIdToken()))
                .map(account -> DirectoryPerson.of(account, person.getIdToken()))
                .map(known -> new OAuth2AuthenticationToken(
                        known, known.getAuthorities(), signIn.getAuthorizedClientRegistrationId()))
                .orElse(null);
    }

    /** What Keycloak gives besides saying who it is would let one act there: it is not kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // not kept
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
            // none is kept
        }
    }
}
