package org.supervision.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.shared.Lamp;

/** Reads what the latest reports of a round or a year say, for those who read the whole government. */
@Repository
public class LatestReports {

    /**
     * What hinders a key task, and what comes next.
     *
     * @param readings of the indicators that could be counted
     */
    public record Outlook(@Nullable String problems, @Nullable String nextSteps, List<IndicatorReading> readings) {}

    /**
     * What was last approved of a key task in a year.
     *
     * @param quarter it was reported in
     * @param verdict the office's; {@code null} if none is known
     * @param progress narrative, one paragraph a line
     * @param readings of the indicators, as they were reported
     */
    public record Achievement(
            int quarter, @Nullable Verdict verdict, String progress, List<IndicatorReading> readings) {}

    /**
     * What was approved in a year.
     *
     * @param told by id of the key task
     * @param withheld how many key tasks more have an approved report that is not for publication
     */
    public record Achievements(Map<String, Achievement> told, int withheld) {}

    /** What a report says in words. */
    record ReportWords(@Nullable String progress, @Nullable String problems, @Nullable String nextSteps) {

        static final ReportWords NONE = new ReportWords(null, null, null);
    }

    private final JdbcClient jdbc;
    private final Readings readings;

    LatestReports(JdbcClient jdbc, Readings readings) {
        this.jdbc = jdbc;
        this.readings = readings;
    }

    /** By id of the cycle; cycles without a report are absent, as are versions that were taken back. */
    public Map<String, Outlook> outlooks(String government, String roundId) {
        record Standing(String cycle, int version, @Nullable String problems, @Nullable String nextSteps) {}
        List<Standing> reports = jdbc.sql(
                        """
                        select c.id, p.version, p.problems, p.next_steps
                        from reporting_cycle c
                        join progress_report p
                          on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
                        where c.government = ? and c.round_id = ?""")
                .params(government, roundId)
                .query((row, n) -> new Standing(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
                .list();
        Map<String, Map<Integer, List<IndicatorReading>>> kept =
                readings.kept(reports.stream().map(Standing::cycle).toList());
        return reports.stream()
                .collect(Collectors.toMap(
                        Standing::cycle,
                        report -> new Outlook(
                                report.problems(),
                                report.nextSteps(),
                                counted(kept, report.cycle(), report.version()))));
    }

    /** By id of the cycle, whatever became of the report. */
    Map<String, ReportWords> words(Collection<String> cycles) {
        Map<String, ReportWords> words = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (cycle_id) cycle_id, progress, problems, next_steps from progress_report
                        where cycle_id = any(?) order by cycle_id, version desc""")
                .param(cycles.toArray(String[]::new))
                .query(row -> {
                    words.put(row.getString(1), new ReportWords(row.getString(2), row.getString(3), row.getString(4)));
                });
        return words;
    }

    private static List<IndicatorReading> counted(
            Map<String, Map<Integer, List<IndicatorReading>>> kept, String cycle, int version) {
        return kept.getOrDefault(cycle, Map.of()).getOrDefault(version, List.of()).stream()
                .filter(reading -> reading.lamp() != Lamp.NOT_COUNTED)
                .toList();
    }

    /** Those without an approved report are absent, as is what is not for publication: an earlier report is no stand-in for it. */
    public Achievements achievements(String government, int year) {
        record Approved(
                String keyTask,
                String cycle,
                int version,
                int quarter,
                @Nullable Verdict verdict,
                String progress,
                boolean withheld) {}
        List<Approved> approved = jdbc.sql(
                        """
                        select distinct on (c.key_task_id) c.key_task_id, c.id, c.report_version, r.quarter,
                            c.office_verdict, p.progress,
                            exists (select from withholding w
                                    where w.key_task_id = c.key_task_id and w.lifted_at is null
                                      and (w.round_id is null or w.round_id = c.round_id)) as withheld
                        from reporting_cycle c
                        join reporting_round r on r.id = c.round_id
                        join progress_report p on p.cycle_id = c.id and p.version = c.report_version
                        where c.government = ? and r.year = ? and c.outcome = 'APPROVED'
                        order by c.key_task_id, r.quarter desc""")
                .params(government, year)
                .query((row, n) -> new Approved(
                        row.getString("key_task_id"),
                        row.getString("id"),
                        row.getInt("report_version"),
                        row.getInt("quarter"),
                        CycleReports.value(Verdict.class, row.getString("office_verdict")),
                        row.getString("progress"),
                        row.getBoolean("withheld")))
                .list();
        List<Approved> told =
                approved.stream().filter(report -> !report.withheld()).toList();
        Map<String, Map<Integer, List<IndicatorReading>>> kept =
                readings.kept(told.stream().map(Approved::cycle).toList());
        return new Achievements(
                told.stream()
                        .collect(Collectors.toMap(
                                Approved::keyTask,
                                report -> new Achievement(
                                        report.quarter(),
                                        report.verdict(),
                                        report.progress(),
                                        kept.getOrDefault(report.cycle(), Map.of())
                                                .getOrDefault(report.version(), List.of())))),
                approved.size() - told.size());
    }
}
