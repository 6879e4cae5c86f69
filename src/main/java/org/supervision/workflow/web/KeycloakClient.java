package org.supervision.workflow.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.supervision.workflow.KeycloakSettings;

/** The application as a client of Keycloak. Nothing is asked for at the start: it starts while Keycloak is down. */
@Configuration(proxyBeanMethods = false)
@Profile("keycloak")
@EnableConfigurationProperties(KeycloakSettings.class)
class KeycloakClient {

    /** Ends the addresses of sign-in and sign-out, which Keycloak knows. */
    static final String REGISTRATION = "keycloak";

    private static final JOSEObjectType SIGN_OUT = new JOSEObjectType("logout+jwt");
    private static final String SIGNED_OUT = "http://schemas.openid.net/event/backchannel-logout";

    /** Clocks may differ so much; tokens carry real time, whatever the business clock says. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** Without secrets anybody could pass for the application: it does not start. */
    KeycloakClient(KeycloakSettings settings) {
        require("issuer", settings.issuer());
        require("client-secret", settings.clientSecret());
        require("directory-secret", settings.directorySecret());
    }

    private static void require(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalStateException("supervision.keycloak." + name + " is not set");
        }
    }

    @Bean
    ClientRegistrationRepository keycloak(KeycloakSettings settings) {
        String seenByBrowsers = settings.issuer() + "/protocol/openid-connect/";
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .authorizationUri(seenByBrowsers + "auth")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", seenByBrowsers + "logout"))
                .tokenUri(settings.tokens())
                .jwkSetUri(settings.keys())
                .issuerUri(settings.issuer())
                .userNameAttributeName(StandardClaimNames.SUB)
                .build());
    }

    /** Known keys go on while Keycloak does not answer. */
    @Bean
    JWKSource<SecurityContext> keycloakKeys(KeycloakSettings settings) throws MalformedURLException {
        int patience = Math.toIntExact(KeycloakSettings.PATIENCE.toMillis());
        return JWKSourceBuilder.create(
                        URI.create(settings.keys()).toURL(), new DefaultResourceRetriever(patience, patience))
                .outageTolerant(settings.outage().toMillis())
                .build();
    }

    /** Bearer tokens: by Keycloak, for this interface, of now, with leave to act. */
    @Bean
    JwtDecoder bearerTokens(JWKSource<SecurityContext> keys, KeycloakSettings settings) {
        return decoder(
                keys,
                DefaultJOSEObjectTypeVerifier.JWT,
                new DelegatingOAuth2TokenValidator<>(List.of(
                        new JwtIssuerValidator(settings.issuer()),
                        new JwtTimestampValidator(SKEW),
                        new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                audience -> audience != null && audience.contains(settings.audience())),
                        // A scope of the same name: the person, or who runs the realm, has let the program act here.
                        new JwtClaimValidator<Object>(
                                "scope",
                                scope -> scope instanceof String granted
                                        && List.of(granted.split(" ")).contains(settings.audience())),
                        new JwtClaimValidator<Object>("typ", "Bearer"::equals))));
    }

    /** By which Keycloak says that a session has ended (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
    @Bean
    JwtDecoder signOutTokens(JWKSource<SecurityContext> keys, KeycloakSettings settings) {
        return decoder(
                keys,
                new DefaultJOSEObjectTypeVerifier<>(SIGN_OUT),
                new DelegatingOAuth2TokenValidator<>(List.of(
                        new JwtIssuerValidator(settings.issuer()),
                        new JwtTimestampValidator(SKEW),
                        new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                        new JwtClaimValidator<Object>(JwtClaimNames.IAT, issued -> issued != null),
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                audience -> audience != null
                                        && (audience.contains(settings.clientId())
                                                || audience.contains(settings.restClientId()))),
                        new JwtClaimValidator<Map<String, Object>>(
                                "events", events -> events != null && events.containsKey(SIGNED_OUT)),
                        new JwtClaimValidator<Object>("nonce", nonce -> nonce == null),
                        token -> token.hasClaim("sid") || token.getSubject() != null
                                ? OAuth2TokenValidatorResult.success()
                                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token")))));
    }

    /** Tokens of a sign-in: they carry what Keycloak was asked with. */
    @Bean
    JwtDecoderFactory<ClientRegistration> signInTokens(JWKSource<SecurityContext> keys) {
        return registration -> {
            OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
            validator.setClockSkew(SKEW);
            return decoder(keys, DefaultJOSEObjectTypeVerifier.JWT, validator);
        };
    }

    private static NimbusJwtDecoder decoder(
            JWKSource<SecurityContext> keys,
            JOSEObjectTypeVerifier<SecurityContext> type,
            OAuth2TokenValidator<Jwt> validator) {
        DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
        signatures.setJWSTypeVerifier(type);
        signatures.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256), keys));
        // Times are the validator's.
        signatures.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(signatures);
        decoder.setJwtValidator(validator);
        return decoder;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(KeycloakSettings.PATIENCE)
                .build());
        requests.setReadTimeout(KeycloakSettings.PATIENCE);
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
