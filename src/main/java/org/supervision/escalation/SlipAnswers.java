package org.supervision.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** The answer of the unit that the office accepted last, to whichever order. */
    Optional<Accepted> lastAccepted(String unit) {
        return jdbc.sql(
                        """
                        select a.* from slip_answer a join slip s on s.id = a.slip_id
                        where s.unit = ? and a.accepted order by a.reviewed_at desc limit 1""")
                .param(unit)
                .query((row, n) -> new Accepted(row.getString("slip_id"), answer(row)))
                .optional();
    }

    /** An accepted answer and the order it answers. */
    record Accepted(String slipId, SlipAnswer answer) {}

    /** Oldest first. */
    List<SlipAnswer> of(String slipId) {
        return jdbc.sql("select * from slip_answer where slip_id = ? order by version")
                .param(slipId)
                .query((row, n) -> answer(row))
                .list();
    }

    private static SlipAnswer answer(ResultSet row) throws SQLException {
        return new SlipAnswer(
                row.getInt("version"),
                row.getString("answer"),
                row.getString("answered_by_name"),
                row.getTimestamp("answered_at").toInstant(),
                (Boolean) row.getObject("accepted"),
                row.getString("comment"),
                row.getString("reviewed_by_name"),
                SlipStore.instant(row.getTimestamp("reviewed_at")));
    }
}
