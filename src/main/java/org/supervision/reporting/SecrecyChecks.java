package org.supervision.reporting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;

/** Keeps who has checked what for secrets before its publication (保密审查); checks are never overwritten. */
@Repository
public class SecrecyChecks {

    private final JdbcClient jdbc;
    private final CurrentUsers currentUsers;
    private final Clock clock;

    SecrecyChecks(JdbcClient jdbc, CurrentUsers currentUsers, Clock clock) {
        this.jdbc = jdbc;
        this.currentUsers = currentUsers;
        this.clock = clock;
    }

    /**
     * A check.
     *
     * @param sha256 of what was checked, as it would be published
     */
    public record SecrecyCheck(String sha256, @Nullable String opinion, String checkedBy, Instant checkedAt) {}

    /** The last check of a round; empty before the first. */
    public Optional<SecrecyCheck> latest(String roundId) {
        return jdbc.sql(
                        """
                        select sha256, opinion, checked_by_name, checked_at from secrecy_check
                        where round_id = ? order by number desc limit 1""")
                .param(roundId)
                .query((row, n) -> new SecrecyCheck(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    /** By the person who is acting. */
    void add(String roundId, String sha256, @Nullable String opinion) {
        CurrentUser user = currentUsers.required();
        jdbc.sql(
                        """
                        insert into secrecy_check (round_id, number, sha256, opinion, checked_by, checked_by_name,
                            checked_at)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from secrecy_check where round_id = ?""")
                .params(
                        roundId,
                        sha256,
                        opinion,
                        user.username(),
                        user.name(),
                        Timestamp.from(clock.instant()),
                        roundId)
                .update();
    }
}
