package org.supervision.workflow.web;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/**
 * Sign-ins Keycloak has ended, as it tells any one node of the application. No node looks for its sessions: whoever comes
 * by an ended one is nobody, on each.
 */
@Component
@Profile("keycloak")
class EndedSignIns implements OidcSessionRegistry {

    /** Longer than any session at Keycloak lasts. */
    private static final String KEPT_FOR = "30 days";

    private final JdbcClient jdbc;

    EndedSignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contain(OidcIdToken token) {
        return jdbc.sql("select exists (select from ended_sign_in where ended = ? or ended = ? and ended_at >= ?)")
                .params(
                        session(token.getClaimAsString("sid")),
                        person(token.getSubject()),
                        Timestamp.from(issued(token)))
                .query(Boolean.class)
                .single();
    }

    private static Instant issued(OidcIdToken token) {
        return token.getIssuedAt() == null ? Instant.EPOCH : token.getIssuedAt();
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken told) {
        String ended = told.getSessionId() == null ? person(told.getSubject()) : session(told.getSessionId());
        jdbc.sql(
                        """
                        insert into ended_sign_in (ended, ended_at) values (?, ?)
                        on conflict (ended) do update set ended_at = excluded.ended_at""")
                .params(ended, Timestamp.from(told.getIssuedAt()))
                .update();
        jdbc.sql("delete from ended_sign_in where ended_at < now() - cast(? as interval)")
                .param(KEPT_FOR)
                .update();
        return List.of();
    }

    private static String session(String id) {
        return "session " + id;
    }

    private static String person(String subject) {
        return "person " + subject;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation information) {
        // Nothing has to be found again: what has ended is kept, not what goes on.
    }

    @Override
    public OidcSessionInformation removeSessionInformation(String sessionId) {
        return null;
    }
}
