package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.supervision.workflow.KeycloakSettings;

/** Which bearer tokens are taken: clocks that differ by a minute matter not, by more they do. */
class BearerTokensTests {

    private static final String ISSUER = "https://sign-in.example/realms/supervision";
    private static final String AUDIENCE = "supervision-api";

    private static ECKey known;
    private static ECKey unknown;
    private static JwtDecoder tokens;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        known = new ECKeyGenerator(Curve.P_256).keyID("known").generate();
        unknown = new ECKeyGenerator(Curve.P_256).keyID("known").generate();
        KeycloakSettings settings = new KeycloakSettings(
                ISSUER, "", "portal", "secret", "rest", "directory", "secret", AUDIENCE, Duration.ZERO, Duration.ZERO);
        tokens = new KeycloakClient(settings)
                .bearerTokens(new ImmutableJWKSet<>(new JWKSet(known.toPublicJWK())), settings);
    }

    /** @param begins seconds from now, as {@code ends} */
    @ParameterizedTest
    @CsvSource({"-300, 10, true", "-300, -50, true", "-300, -70, false", "50, 300, true", "70, 300, false"})
    void itsTimeIsNowGiveOrTakeAMinute(long begins, long ends, boolean taken) throws JOSEException {
        Instant now = Instant.now();
        String token = signed(
                claims().notBeforeTime(Date.from(now.plusSeconds(begins)))
                        .expirationTime(Date.from(now.plusSeconds(ends)))
                        .build(),
                known);

        if (taken) {
            assertThat(tokens.decode(token).getSubject()).isEqualTo("somebody");
        } else {
            assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void itHasAnEnd() throws JOSEException {
        String endless = signed(claims().expirationTime(null).build(), known);

        assertThatThrownBy(() -> tokens.decode(endless)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void itIsMeantForTheInterface() throws JOSEException {
        String forOthers = signed(claims().audience("account").build(), known);
        String forNobody = signed(claims().audience((String) null).build(), known);
        String forBoth = signed(claims().audience(List.of("account", AUDIENCE)).build(), known);

        assertThatThrownBy(() -> tokens.decode(forOthers)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode(forNobody)).isInstanceOf(BadJwtException.class);
        assertThat(tokens.decode(forBoth).getAudience()).contains(AUDIENCE);
    }

    @Test
    void itComesWithLeaveToActHere() throws JOSEException {
        for (Object scope :
                new Object[] {null, "", "openid profile", AUDIENCE + "-2", "x" + AUDIENCE, List.of(AUDIENCE)}) {
            String without = signed(claims().claim("scope", scope).build(), known);

            assertThatThrownBy(() -> tokens.decode(without))
                    .as(String.valueOf(scope))
                    .isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void itIsABearerToken() throws JOSEException {
        String ofASignIn = signed(claims().claim("typ", "ID").build(), known);
        String ofNoType = signed(claims().claim("typ", null).build(), known);

        assertThatThrownBy(() -> tokens.decode(ofASignIn)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode(ofNoType)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void itIsGivenByKeycloakAndSignedByIt() throws JOSEException {
        String ofOthers = signed(claims().issuer(ISSUER + "-2").build(), known);
        String forged = signed(claims().build(), unknown);
        String unsigned = new PlainJWT(claims().build()).serialize();
        // The public key is no secret: it must not be taken for one.
        SignedJWT withPublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("known").build(), claims().build());
        withPublicKey.sign(new MACSigner(known.toECPublicKey().getEncoded()));

        assertThatThrownBy(() -> tokens.decode(ofOthers)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode(forged)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode(unsigned)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode(withPublicKey.serialize())).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("nonsense")).isInstanceOf(BadJwtException.class);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("somebody")
                .claim("typ", "Bearer")
                .claim("scope", "profile " + AUDIENCE)
                .audience(AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String signed(JWTClaimsSet claims, ECKey key) throws JOSEException {
        JWSSigner signer = new ECDSASigner(key);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("known").build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
