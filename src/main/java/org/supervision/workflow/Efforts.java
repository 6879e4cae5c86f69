package org.supervision.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Measures how long people work on their work items: the time between two signs of work, opening the form and saving what
 * was entered, counts unless it is so long that somebody has done something else in between.
 */
@Component
class Efforts {

    /** A longer silence is a pause. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

    private static final String SECONDS_SINCE =
            """
            case when :now::timestamptz - seen_at between interval '0' and make_interval(secs => :silence)
                then extract(epoch from :now::timestamptz - seen_at)::int else 0 end""";

    private final JdbcClient jdbc;

    Efforts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that somebody is at it now. */
    void see(String workItem, Instant now) {
        jdbc.sql(
                        """
                        insert into work_item_effort as known (work_item_id, seconds, seen_at)
                        values (:id, 0, :now)
                        on conflict (work_item_id) do update
                           set seconds = known.seconds + (select %s from (select known.seen_at) s), seen_at = :now"""
                                .formatted(SECONDS_SINCE))
                .param("id", workItem)
                .param("now", Timestamp.from(now))
                .param("silence", LONGEST_SILENCE.toSeconds())
                .update();
    }

    /** Enters into the record of the completed work item what was measured up to now, and forgets it. */
    void settle(String workItem, Instant now) {
        jdbc.sql(
                        """
                        with seen as (
                            delete from work_item_effort where work_item_id = :id
                            returning seconds + %s as seconds)
                        update completed_work_item set seconds = seen.seconds from seen
                         where id = :id and unit is not null"""
                                .formatted(SECONDS_SINCE))
                .param("id", workItem)
                .param("now", Timestamp.from(now))
                .param("silence", LONGEST_SILENCE.toSeconds())
                .update();
    }

    void forget(String workItem) {
        jdbc.sql("delete from work_item_effort where work_item_id = ?")
                .param(workItem)
                .update();
    }
}
