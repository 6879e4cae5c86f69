package org.supervision.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.keytask.Indicator;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** What the checks find in the reports of a whole round, its own or one that was imported. */
@Service
@Transactional(readOnly = true)
public class RoundFindings {

    /** A report that gives cause for doubts. */
    public record Finding(String cycleId, int number, String goal, String leadUnit, List<Doubt> doubts) {}

    /**
     * A key task of which unit, office and values do not say the same.
     *
     * @param unitVerdict null where the imported table states none
     */
    public record Disagreement(
            String cycleId,
            int number,
            String goal,
            String leadUnit,
            @Nullable Verdict unitVerdict,
            Verdict officeVerdict,
            Lamp lamp) {

        /** Whether the office calls fine what the values do not. */
        public boolean isWithLamp() {
            return officeVerdict.contradicts(lamp);
        }

        boolean isOne() {
            return isWithLamp() || unitVerdict != null && unitVerdict != officeVerdict;
        }
    }

    private final JdbcClient jdbc;
    private final ReportChecks checks;
    private final Readings readings;
    private final CheckSeverities severities;

    RoundFindings(JdbcClient jdbc, ReportChecks checks, Readings readings, CheckSeverities severities) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.readings = readings;
        this.severities = severities;
    }

    /** The reports of a round that give cause for doubts now, by number; what has no report is none. */
    public List<Finding> of(String roundId) {
        record Reported(
                String id,
                String keyTask,
                int number,
                String goal,
                String leadUnit,
                @Nullable Verdict verdict,
                String progress,
                boolean unbacked) {}
        List<Reported> reports = jdbc.sql(
                        """
                        select c.id, c.key_task_id as key_task, c.number, k.goal, u.name as lead_unit, p.verdict, p.progress,
                            p.source = 'UNIT' and p.verdict = 'DONE' and not exists (
                                select from report_evidence e
                                where e.cycle_id = p.cycle_id and e.version = p.version) as unbacked
                        from reporting_cycle c
                        join key_task k on k.id = c.key_task_id
                        join org_unit u on u.code = c.lead_unit
                        join progress_report p
                          on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
                        where c.round_id = ? order by c.number""")
                .param(roundId)
                .query(Reported.class)
                .list();
        Map<String, Quarter> earlier = repeated(roundId);
        Map<String, List<Integer>> elsewhere = shared(roundId);
        Map<String, Map<Indicator, String>> targets =
                checks.targets(reports.stream().map(Reported::keyTask).toList());
        Map<String, Map<Integer, List<IndicatorReading>>> measured =
                readings.kept(reports.stream().map(Reported::id).toList());
        Quarter quarter = quarter(roundId);
        Map<CheckRule, CheckSeverity> severities = this.severities.today(government(roundId));
        return reports.stream()
                .map(report -> new Finding(
                        report.id(),
                        report.number(),
                        report.goal(),
                        report.leadUnit(),
                        ReportChecks.doubts(
                                new CheckedReport(
                                        quarter,
                                        report.progress(),
                                        report.verdict(),
                                        targets.getOrDefault(report.keyTask(), Map.of()),
                                        measured.getOrDefault(report.id(), Map.of()).values().stream()
                                                .reduce((one, later) -> later)
                                                .orElse(List.of()),
                                        earlier.get(report.id()),
                                        elsewhere.getOrDefault(report.id(), List.of()),
                                        report.unbacked()),
                                severities)))
                .filter(finding -> !finding.doubts().isEmpty())
                .toList();
    }

    /** Key tasks on which unit, office and values differ now that the office has spoken, by number. */
    public List<Disagreement> disagreements(String roundId) {
        return jdbc
                .sql(
                        """
                        select c.id as cycle_id, c.number, k.goal, u.name as lead_unit, p.verdict as unit_verdict,
                            c.office_verdict, %s as lamp
                        from reporting_cycle c
                        join key_task k on k.id = c.key_task_id
                        join org_unit u on u.code = c.lead_unit
                        join progress_report p
                          on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
                        where c.round_id = ? and c.office_verdict is not null order by c.number"""
                                .formatted(LampSql.OF_CYCLE))
                .param(roundId)
                .query(Disagreement.class)
                .list()
                .stream()
                .filter(Disagreement::isOne)
                .toList();
    }

    private String government(String roundId) {
        return jdbc.sql("select government from reporting_round where id = ?")
                .param(roundId)
                .query(String.class)
                .single();
    }

    private Quarter quarter(String roundId) {
        return jdbc.sql("select year, quarter from reporting_round where id = ?")
                .param(roundId)
                .query((row, n) -> new Quarter(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** By id of the cycle: the latest earlier quarter that was approved with the same text. */
    private Map<String, Quarter> repeated(String roundId) {
        Map<String, Quarter> earlier = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select c.id, r.year, r.quarter
                        from reporting_cycle c
                        join reporting_round now on now.id = c.round_id
                        join progress_report p on p.cycle_id = c.id and p.version = c.report_version
                        join reporting_cycle e on e.key_task_id = c.key_task_id and e.outcome = 'APPROVED'
                        join reporting_round r on r.id = e.round_id and (r.year, r.quarter) < (now.year, now.quarter)
                        join progress_report q
                          on q.cycle_id = e.id and q.version = e.report_version and q.text_key = p.text_key
                        where c.round_id = ? order by r.year, r.quarter""")
                .param(roundId)
                .query(row -> {
                    earlier.put(row.getString(1), new Quarter(row.getInt(2), row.getInt(3)));
                });
        return earlier;
    }

    /** By id of the cycle: numbers of the other key tasks that report the same text in the round. */
    private Map<String, List<Integer>> shared(String roundId) {
        Map<String, List<Integer>> elsewhere = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        with text as (
                            select c.id, c.number, p.text_key from reporting_cycle c
                            join progress_report p
                              on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
                            where c.round_id = ?)
                        select one.id, other.number from text one
                        join text other on other.text_key = one.text_key and other.id <> one.id
                        order by one.number, other.number""")
                .param(roundId)
                .query(row -> {
                    elsewhere
                            .computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(row.getInt(2));
                });
        return elsewhere;
    }
}
