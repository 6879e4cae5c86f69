package org.supervision.reporting;

import static org.supervision.shared.YearRegister.Column.text;
import static org.supervision.shared.YearRegister.moment;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.supervision.shared.YearRegister;
import org.supervision.shared.YearRegister.Column;

/** What the archive of a year keeps of its rounds: reports with all versions and reviews, parts, signatures, corrections. */
@Configuration(proxyBeanMethods = false)
class ReportingRegisters {

    private static final String CYCLE =
            """
            join reporting_round r on r.id = c.round_id
            join key_task k on k.id = c.key_task_id
            join org_unit u on u.code = c.lead_unit
            """;

    private static final String OF_YEAR = " where r.government = :government and r.year = :year ";

    private static final Column QUARTER = text("reporting.register.quarter");
    private static final Column NUMBER = text("reporting.register.number");
    private static final Column GOAL = text("reporting.register.goal");

    @Bean
    YearRegister reportRegister() {
        return new YearRegister(
                "reporting.register.reports",
                """
                select r.quarter::text, c.number::text, k.goal, u.name, p.version::text, p.verdict, p.progress,
                    (select string_agg(concat_ws(' ', a.target ->> 'name', v.value, a.target ->> 'unit'), '\u003b ')
                        from reported_value v join agreed_indicator a on a.id = v.indicator
                        where v.cycle_id = p.cycle_id and v.version = p.version), p.problems, p.next_steps, p.submitted_by_name, %s,
                    a.decision, a.comment, a.reviewed_by_name, %s,
                    b.verdict, b.decision, b.reason, b.comment, b.reviewed_by_name, %s
                  from progress_report p
                  join reporting_cycle c on c.id = p.cycle_id
                """
                                .formatted(moment("p.submitted_at"), moment("a.reviewed_at"), moment("b.reviewed_at"))
                        + CYCLE
                        + """
                  left join review a on a.cycle_id = p.cycle_id and a.report_version = p.version and a.step = 'UNIT'
                       and a.undone_at is null
                  left join review b on b.cycle_id = p.cycle_id and b.report_version = p.version and b.step = 'OFFICE'
                       and b.undone_at is null
                """
                        + OF_YEAR
                        + "and p.undone_at is null order by r.quarter, c.number, p.version",
                List.of(
                        QUARTER,
                        NUMBER,
                        GOAL,
                        text("reporting.register.lead"),
                        text("reporting.register.version"),
                        new Column("reporting.register.verdict", "reporting.verdict."),
                        text("reporting.register.progress"),
                        text("reporting.register.indicators"),
                        text("reporting.register.problems"),
                        text("reporting.register.next-steps"),
                        text("reporting.register.submitted-by"),
                        text("reporting.register.submitted-at").joined(),
                        new Column("reporting.register.unit-review", "reporting.register.decision."),
                        text("reporting.register.unit-comment").joined(),
                        text("reporting.register.unit-reviewer").joined(),
                        text("reporting.register.unit-reviewed-at").joined(),
                        new Column("reporting.register.office-verdict", "reporting.verdict."),
                        new Column("reporting.register.office-review", "reporting.register.decision."),
                        new Column("reporting.register.reason", "audit.value.reason.").joined(),
                        text("reporting.register.office-comment").joined(),
                        text("reporting.register.office-reviewer").joined(),
                        text("reporting.register.office-reviewed-at").joined()));
    }

    /** What the checks doubted about each version, and what the unit answered. */
    @Bean
    YearRegister doubtRegister() {
        return new YearRegister(
                "reporting.register.doubts",
                "select r.quarter::text, c.number::text, k.goal, u.name, d.version::text, d.rule,"
                        + " array_to_string(d.arguments, '; '), d.answer"
                        + " from report_doubt d join reporting_cycle c on c.id = d.cycle_id " + CYCLE + OF_YEAR
                        + "order by r.quarter, c.number, d.version, d.rule",
                List.of(
                        QUARTER,
                        NUMBER,
                        GOAL,
                        text("reporting.register.lead"),
                        text("reporting.register.version"),
                        new Column("reporting.register.rule", "reporting.rule."),
                        text("reporting.register.reasons"),
                        text("reporting.register.answer")));
    }

    /** Which files each version and each part came with, whether they are in the archive or not. */
    @Bean
    YearRegister evidenceRegister() {
        return new YearRegister(
                "reporting.register.evidence",
                "select r.quarter::text, c.number::text, k.goal, coalesce(v.name, u.name), b.version::text, e.name, e.type,"
                        + " e.size::text, e.sha256, e.attached_by_name, " + moment("e.attached_at")
                        + " from evidence e join reporting_cycle c on c.id = e.cycle_id " + CYCLE
                        + " left join org_unit v on v.code = e.part_unit"
                        + " left join partner_part q on q.cycle_id = e.cycle_id and q.unit = e.part_unit"
                        + " left join (report_evidence b join progress_report p on p.cycle_id = b.cycle_id"
                        + " and p.version = b.version and p.undone_at is null) on b.evidence_id = e.id" + OF_YEAR
                        + "and (b.version is not null or q.submitted_at is not null)"
                        + " order by r.quarter, c.number, b.version, e.part_unit, e.attached_at, e.id",
                List.of(
                        QUARTER,
                        NUMBER,
                        GOAL,
                        text("reporting.register.unit"),
                        text("reporting.register.version"),
                        text("reporting.register.file"),
                        new Column("reporting.register.file-type", "reporting.evidence.type."),
                        text("reporting.register.file-size"),
                        text("reporting.register.file-sha256"),
                        text("reporting.register.attached-by"),
                        text("reporting.register.attached-at")));
    }

    @Bean
    YearRegister partRegister() {
        return new YearRegister(
                "reporting.register.parts",
                "select r.quarter::text, c.number::text, k.goal, coalesce(v.name, q.unit), q.progress, q.problems,"
                        + " q.submitted_by_name, " + moment("q.submitted_at")
                        + " from partner_part q join reporting_cycle c on c.id = q.cycle_id " + CYCLE
                        + " left join org_unit v on v.code = q.unit" + OF_YEAR
                        + "order by r.quarter, c.number, q.position",
                List.of(
                        QUARTER,
                        NUMBER,
                        GOAL,
                        text("reporting.register.partner"),
                        text("reporting.register.progress"),
                        text("reporting.register.problems"),
                        text("reporting.register.submitted-by"),
                        text("reporting.register.submitted-at").joined()));
    }

    @Bean
    YearRegister publicationRegister() {
        return new YearRegister(
                "reporting.register.publications",
                "select r.quarter::text, p.number::text, p.signed_by_name, " + moment("p.signed_at")
                        + ", p.withheld::text, p.sha256, s.checked_by_name, " + moment("s.checked_at")
                        + ", s.opinion from publication p join reporting_round r on r.id = p.round_id"
                        + " left join secrecy_check s on s.round_id = p.round_id and s.number = p.number" + OF_YEAR
                        + "order by r.quarter, p.number",
                List.of(
                        QUARTER,
                        text("reporting.register.publication"),
                        text("reporting.register.signed-by"),
                        text("reporting.register.signed-at").joined(),
                        text("reporting.register.withheld"),
                        text("reporting.register.sha256"),
                        text("reporting.register.checked-by"),
                        text("reporting.register.checked-at").joined(),
                        text("reporting.register.opinion")));
    }

    @Bean
    YearRegister reopeningRegister() {
        return new YearRegister(
                "reporting.register.reopenings",
                "select r.quarter::text, c.number::text, k.goal, o.number::text, o.reason, o.reopened_by_name, "
                        + moment("o.reopened_at")
                        + " from cycle_reopening o join reporting_cycle c on c.id = o.cycle_id " + CYCLE + OF_YEAR
                        + "order by r.quarter, c.number, o.number",
                List.of(
                        QUARTER,
                        NUMBER,
                        GOAL,
                        text("reporting.register.reopening"),
                        text("reporting.register.ground"),
                        text("reporting.register.by"),
                        text("reporting.register.at")));
    }

    /** What was seen on the spot; the photographs are in the archive too. */
    @Bean
    YearRegister inspectionRegister() {
        return new YearRegister(
                "reporting.register.inspections",
                "select k.number::text, k.goal, r.quarter::text, i.state, i.place, i.seen_on::text, i.agreement, i.finding,"
                        + " (select count(*) from evidence e where e.inspection_id = i.id)::text, i.found_by_name, "
                        + moment("i.found_at") + ", i.decision, i.decision_reason, i.decided_by_name, "
                        + moment("i.decided_at") + ", i.cancel_reason, i.cancelled_by_name, " + moment("i.cancelled_at")
                        + " from inspection i join key_task k on k.id = i.key_task_id"
                        + " left join reporting_cycle c on c.id = i.cycle_id"
                        + " left join reporting_round r on r.id = c.round_id"
                        + " where k.government = :government and k.year = :year order by k.number, i.number",
                List.of(
                        NUMBER,
                        GOAL,
                        QUARTER,
                        new Column("reporting.register.inspection-state", "reporting.inspection.state."),
                        text("reporting.register.inspection-place"),
                        text("reporting.register.inspection-seen-on"),
                        new Column("reporting.register.inspection-agreement", "reporting.inspection.agreement."),
                        text("reporting.register.inspection-finding"),
                        text("reporting.register.inspection-photographs"),
                        text("reporting.register.by"),
                        text("reporting.register.at").joined(),
                        new Column("reporting.register.inspection-decision", "reporting.inspection.decision."),
                        text("reporting.register.ground"),
                        text("reporting.register.by"),
                        text("reporting.register.at").joined(),
                        text("reporting.register.inspection-cancelled"),
                        text("reporting.register.by"),
                        text("reporting.register.at").joined()));
    }

    /** Legal ground and reason; the text itself stands with the reports. */
    @Bean
    YearRegister withholdingRegister() {
        return new YearRegister(
                "reporting.register.withholdings",
                "select k.number::text, k.goal, r.quarter::text, w.ground, w.reason, w.withheld_by_name, "
                        + moment("w.withheld_at") + ", w.lifted_by_name, " + moment("w.lifted_at")
                        + " from withholding w join key_task k on k.id = w.key_task_id"
                        + " left join reporting_round r on r.id = w.round_id"
                        + " where k.government = :government and k.year = :year order by k.number, w.id",
                List.of(
                        NUMBER,
                        GOAL,
                        QUARTER,
                        new Column("reporting.register.legal-ground", "audit.value.ground."),
                        text("reporting.register.ground"),
                        text("reporting.register.by"),
                        text("reporting.register.at"),
                        text("reporting.register.lifted-by"),
                        text("reporting.register.lifted-at")));
    }
}
