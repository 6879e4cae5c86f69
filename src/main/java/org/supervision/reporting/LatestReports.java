package org.supervision.reporting;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the latest report of each cycle of a round says, for those who read the whole government. */
@Repository
public class LatestReports {

    /** What hinders a key task, and what comes next. */
    public record Outlook(@Nullable String problems, @Nullable String nextSteps) {}

    private final JdbcClient jdbc;

    LatestReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id of the cycle; cycles without a report are absent, as are versions that were taken back. */
    public Map<String, Outlook> outlooks(String government, String roundId) {
        Map<String, Outlook> outlooks = new HashMap<>();
        jdbc.sql(
                        """
                        select c.id, p.problems, p.next_steps
                        from reporting_cycle c
                        join progress_report p
                          on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
                        where c.government = ? and c.round_id = ?""")
                .params(government, roundId)
                .query(row -> {
                    outlooks.put(row.getString(1), new Outlook(row.getString(2), row.getString(3)));
                });
        return outlooks;
    }
}
