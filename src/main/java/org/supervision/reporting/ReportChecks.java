package org.supervision.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.supervision.identity.CurrentUsers;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.IndicatorProposal;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.shared.Quarter;

/** Holds reports against their key task, their past and one another, and keeps what was doubtful about each version with the unit's answers. */
@Service
class ReportChecks {

    private final JdbcClient jdbc;
    private final IndicatorProposals proposals;
    private final EvidenceRecords evidence;
    private final CheckSeverities severities;
    private final CurrentUsers currentUsers;

    ReportChecks(
            JdbcClient jdbc,
            IndicatorProposals proposals,
            EvidenceRecords evidence,
            CheckSeverities severities,
            CurrentUsers currentUsers) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.evidence = evidence;
        this.severities = severities;
        this.currentUsers = currentUsers;
    }

    /**
     * What would be doubtful about a report like this, in the order of the rules; a blank text gives no cause.
     *
     * @param verdict null while none is given
     */
    List<Doubt> of(String cycleId, String progress, @Nullable Verdict verdict, List<IndicatorReading> readings) {
        if (progress.isBlank()) {
            return List.of();
        }
        ReportSubject subject = ReportSubject.of(jdbc, cycleId);
        return doubts(
                new CheckedReport(
                        subject.quarter(),
                        progress,
                        verdict,
                        targets(List.of(subject.keyTask())).getOrDefault(subject.keyTask(), Map.of()),
                        readings,
                        sameEarlier(subject, progress),
                        sameElsewhere(cycleId, subject, progress),
                        verdict == Verdict.DONE && !evidence.backsNext(cycleId, currentUsers.required())),
                severities.today(subject.government()));
    }

    /** @param severities what each rule is today */
    static List<Doubt> doubts(CheckedReport report, Map<CheckRule, CheckSeverity> severities) {
        List<Doubt> doubts = new ArrayList<>();
        severities.forEach((rule, severity) -> {
            List<String> reasons = severity == CheckSeverity.OFF ? List.of() : rule.reasons(report);
            if (!reasons.isEmpty()) {
                doubts.add(new Doubt(rule, severity == CheckSeverity.BLOCK, reasons));
            }
        });
        return doubts;
    }

    /** What goals promise, by key task, as long as nobody has decided: what is agreed on has values of its own. */
    Map<String, Map<Indicator, String>> targets(List<String> keyTasks) {
        Map<String, Map<Indicator, String>> targets = new LinkedHashMap<>();
        proposals.of(keyTasks).stream()
                .filter(proposal -> proposal.quarter() == null)
                .filter(proposal -> proposal.state() == IndicatorProposal.State.PROPOSED)
                .forEach(proposal -> targets.computeIfAbsent(proposal.keyTask(), any -> new LinkedHashMap<>())
                        .putIfAbsent(proposal.indicator(), proposal.words()));
        return targets;
    }

    private @Nullable Quarter sameEarlier(ReportSubject subject, String progress) {
        return jdbc.sql(
                        """
                        select r.year, r.quarter from progress_report p
                        join reporting_cycle c on c.id = p.cycle_id and c.report_version = p.version
                        join reporting_round r on r.id = c.round_id
                        where p.text_key = text_key(:progress) and c.key_task_id = :task and c.outcome = 'APPROVED'
                          and (r.year, r.quarter) < (:year, :quarter)
                        order by r.year desc, r.quarter desc limit 1""")
                .param("progress", progress)
                .param("task", subject.keyTask())
                .param("year", subject.quarter().year())
                .param("quarter", subject.quarter().number())
                .query((row, n) -> new Quarter(row.getInt(1), row.getInt(2)))
                .optional()
                .orElse(null);
    }

    private List<Integer> sameElsewhere(String cycleId, ReportSubject subject, String progress) {
        return jdbc.sql(
                        """
                        select c.number from progress_report p
                        join reporting_cycle c on c.id = p.cycle_id and c.report_version = p.version
                        where p.text_key = text_key(:progress) and c.round_id = :round and c.id <> :cycle
                          and p.undone_at is null
                        order by c.number""")
                .param("progress", progress)
                .param("round", subject.round())
                .param("cycle", cycleId)
                .query(Integer.class)
                .list();
    }

    /** Keeps what is doubtful about a version as it is submitted; an answer without a code answers all. */
    void keep(
            String cycleId,
            int version,
            ReportContent content,
            List<IndicatorReading> readings,
            Map<String, String> answers) {
        for (Doubt doubt : of(cycleId, content.progress(), content.verdict(), readings)) {
            jdbc.sql("insert into report_doubt (cycle_id, version, rule, arguments, answer) values (?, ?, ?, ?, ?)")
                    .params(
                            cycleId,
                            version,
                            doubt.rule().name(),
                            doubt.reasons().toArray(String[]::new),
                            answers.getOrDefault(doubt.rule().code(), answers.getOrDefault("", "")))
                    .update();
        }
    }
}
