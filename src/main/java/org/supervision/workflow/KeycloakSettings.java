package org.supervision.workflow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Keycloak is and how the application is known there.
 *
 * @param issuer address of the realm as browsers and tokens name it
 * @param innerAddress address of the realm as the application reaches it; empty where that is the issuer's
 * @param clientId client people sign in through
 * @param restClientId client programs get their tokens by
 * @param directoryClientId client whose service account reads people and groups
 * @param audience what a bearer token must be meant for
 * @param checkAfter age from which what is known of a person is asked anew before they act
 * @param outage how long people who are signed in go on with what was known last while Keycloak does not answer
 */
@ConfigurationProperties("supervision.keycloak")
public record KeycloakSettings(
        String issuer,
        String innerAddress,
        String clientId,
        String clientSecret,
        String restClientId,
        String directoryClientId,
        String directorySecret,
        String audience,
        Duration checkAfter,
        Duration outage) {

    /** How long an answer is waited for, in each direction. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    /** The realm as the application reaches it. */
    public String realm() {
        return innerAddress.isBlank() ? issuer : innerAddress;
    }

    public String tokens() {
        return realm() + "/protocol/openid-connect/token";
    }

    public String keys() {
        return realm() + "/protocol/openid-connect/certs";
    }

    /** Where people and groups of the realm are read and written. */
    public String directory() {
        return realm().replaceFirst("/realms/([^/]+)$", "/admin/realms/$1");
    }

    @Override
    public String toString() {
        return "Keycloak at " + issuer;
    }
}
