package org.supervision.notification;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people are told.
 *
 * @param noticeDays how many working days before its due date a work item is mentioned
 * @param mailFrom sender of mails; empty while no mail server is configured
 * @param robotOrigins the only servers (scheme, host and port) a robot's address may lead to; none: robots are off
 * @param secretKey 32 bytes as Base64 with which the keys of robots are kept; empty: they are kept readable
 * @param portalAddress where the portal is reached, named at the end of a message; empty: not named
 */
@ConfigurationProperties("supervision.notification")
record NotificationProperties(
        List<Integer> noticeDays, String mailFrom, List<String> robotOrigins, String secretKey, String portalAddress) {

    /** Without the key. */
    @Override
    public String toString() {
        return "NotificationProperties";
    }
}
