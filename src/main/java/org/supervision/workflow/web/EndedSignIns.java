package org.supervision.workflow.web;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.stereotype.Component;

/**
 * Sign-ins Keycloak has ended, as it tells any one node of the application. No node looks for its sessions: whoever comes
 * by an ended one, in a browser or with a token, is nobody, on each.
 */
@Component
@Profile("keycloak")
class EndedSignIns {

    /** What is older is taken from nobody, so that an end forgotten after it revives nothing. */
    private static final String KEPT_FOR = "90 days";

    private final JdbcClient jdbc;

    EndedSignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contain(ClaimAccessor token) {
        Instant issued = token.getClaimAsInstant(JwtClaimNames.IAT);
        if (issued == null) {
            return true;
        }
        return jdbc.sql(
                        """
                        select cast(:issued as timestamptz) < now() - cast(:kept as interval)
                            or exists (select from ended_sign_in where ended = :session)
                            or exists (select from ended_sign_in where ended = :person and ended_at >= :issued)""")
                .param("issued", Timestamp.from(issued))
                .param("kept", KEPT_FOR)
                .param("session", session(token.getClaimAsString("sid")))
                .param("person", person(token.getClaimAsString(JwtClaimNames.SUB)))
                .query(Boolean.class)
                .single();
    }

    /** @param told names the session or, where all of them have ended, the person */
    void add(Jwt told) {
        String id = told.getClaimAsString("sid");
        jdbc.sql(
                        """
                        insert into ended_sign_in (ended, ended_at) values (?, ?)
                        on conflict (ended) do update set ended_at = excluded.ended_at""")
                .params(id == null ? person(told.getSubject()) : session(id), Timestamp.from(told.getIssuedAt()))
                .update();
        jdbc.sql("delete from ended_sign_in where ended_at < now() - cast(? as interval)")
                .param(KEPT_FOR)
                .update();
    }

    private static String session(@Nullable String id) {
        return "session " + id;
    }

    private static String person(@Nullable String subject) {
        return "person " + subject;
    }
}
