package org.supervision.workflow.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers for a day how writes with an Idempotency-Key were answered. */
@Repository
class IdempotentWrites {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** A write that did not end within this time ended with its node: it may be tried again. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);

    /** An answer as it was given; without status while the write is under way. */
    record Answer(
            String request,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String location,
            byte @Nullable [] body) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentWrites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Claims the key for this write; empty if it is the first, else what is known of the earlier one. */
    Optional<Answer> begin(String username, String key, String request) {
        Instant now = clock.instant();
        jdbc.sql("delete from idempotent_write where begun_at < ? or (status is null and begun_at < ?)")
                .params(Timestamp.from(now.minus(REMEMBERED)), Timestamp.from(now.minus(UNDER_WAY)))
                .update();
        int claimed = jdbc.sql(
                        """
                        insert into idempotent_write (username, idempotency_key, request, begun_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(username, key, request, Timestamp.from(now))
                .update();
        return claimed == 1
                ? Optional.empty()
                : jdbc.sql(
                                """
                                select request, status, content_type, location, body from idempotent_write
                                where username = ? and idempotency_key = ?""")
                        .params(username, key)
                        .query(Answer.class)
                        .optional();
    }

    void end(String username, String key, Answer answer) {
        jdbc.sql(
                        """
                        update idempotent_write set status = ?, content_type = ?, location = ?, body = ?
                        where username = ? and idempotency_key = ?""")
                .params(answer.status(), answer.contentType(), answer.location(), answer.body(), username, key)
                .update();
    }

    /** The write failed on our side: it may be tried again with the same key. */
    void forget(String username, String key) {
        jdbc.sql("delete from idempotent_write where username = ? and idempotency_key = ?")
                .params(username, key)
                .update();
    }
}
