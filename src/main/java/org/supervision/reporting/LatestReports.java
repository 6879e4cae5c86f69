package org.supervision.reporting;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the latest reports of a round or a year say, for those who read the whole government. */
@Repository
public class LatestReports {

    /** What hinders a key task, and what comes next. */
    public record Outlook(@Nullable String problems, @Nullable String nextSteps) {}

    /**
     * What was last approved of a key task in a year.
     *
     * @param verdict the office's; {@code null} if none is known
     * @param progress narrative, one paragraph a line
     */
    public record Achievement(@Nullable Verdict verdict, String progress) {}

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

    /**
     * By id of the key task; those without an approved report are absent, as is what is not for publication: an earlier
     * report is no stand-in for it.
     */
    public Map<String, Achievement> achievements(String government, int year) {
        Map<String, Achievement> achievements = new HashMap<>();
        jdbc.sql(
                        """
                        select * from (
                            select distinct on (c.key_task_id) c.key_task_id, c.office_verdict, p.progress,
                                exists (select from withholding w
                                        where w.key_task_id = c.key_task_id and w.lifted_at is null
                                          and (w.round_id is null or w.round_id = c.round_id)) as withheld
                            from reporting_cycle c
                            join reporting_round r on r.id = c.round_id
                            join progress_report p on p.cycle_id = c.id and p.version = c.report_version
                            where c.government = ? and r.year = ? and c.outcome = 'APPROVED'
                            order by c.key_task_id, r.quarter desc) latest
                        where not withheld""")
                .params(government, year)
                .query(row -> {
                    achievements.put(
                            row.getString("key_task_id"),
                            new Achievement(
                                    CycleReports.value(Verdict.class, row.getString("office_verdict")),
                                    row.getString("progress")));
                });
        return achievements;
    }
}
