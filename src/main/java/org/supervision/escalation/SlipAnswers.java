package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;

/** Keeps what units answered to orders and what the office said to it; versions are only ever added. */
@Repository
class SlipAnswers {

    private final JdbcClient jdbc;

    SlipAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the number of the new version */
    int add(String slipId, String answer, CurrentUser by, Instant at) {
        return jdbc.sql(
                        """
                        insert into slip_answer (slip_id, version, answer, answered_by, answered_by_name, answered_at)
                        select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ? from slip_answer where slip_id = ?
                        returning version""")
                .params(slipId, answer, by.username(), by.name(), Timestamp.from(at), slipId)
                .query(Integer.class)
                .single();
    }

    void review(String slipId, boolean accepted, @Nullable String comment, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        update slip_answer
                        set accepted = ?, comment = ?, reviewed_by = ?, reviewed_by_name = ?, reviewed_at = ?
                        where slip_id = ? and reviewed_at is null""")
                .params(accepted, comment, by.username(), by.name(), Timestamp.from(at), slipId)
                .update();
    }

    /** Oldest first. */
    List<SlipAnswer> of(String slipId) {
        return jdbc.sql("select * from slip_answer where slip_id = ? order by version")
                .param(slipId)
                .query((row, n) -> new SlipAnswer(
                        row.getInt("version"),
                        row.getString("answer"),
                        row.getString("answered_by_name"),
                        row.getTimestamp("answered_at").toInstant(),
                        (Boolean) row.getObject("accepted"),
                        row.getString("comment"),
                        row.getString("reviewed_by_name"),
                        SlipStore.instant(row.getTimestamp("reviewed_at"))))
                .list();
    }
}
