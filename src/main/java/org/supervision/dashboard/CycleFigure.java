package org.supervision.dashboard;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.supervision.reporting.LampSql;
import org.supervision.shared.Lamp;

/**
 * What the dashboards count of cycles. Each is a condition of the database, by which it is counted and by which the cycles
 * behind the number are listed, so that the two never differ. The conditions speak of what {@link CycleSql} joins.
 */
public enum CycleFigure {
    CYCLES("true"),
    /** The first report is in or was to be; suspended and imported ones are not asked. */
    DUE(Sql.DUE),
    ON_TIME(Sql.ON_TIME),
    LATE(Sql.DUE + " and f.submitted_at is not null and not (" + Sql.IN_TIME + ")"),
    MISSING(Sql.DUE + " and f.submitted_at is null"),
    /** A report stands, approved or not. */
    REPORTED("c.report_version > c.undone_versions and coalesce(c.outcome, '') <> 'NOT_REPORTED'"),
    APPROVED("c.outcome = 'APPROVED'"),
    NOT_REPORTED("c.outcome = 'NOT_REPORTED'"),
    NOT_APPROVED("c.outcome = 'NOT_APPROVED'"),
    /** A review that stands sent a report back. */
    RETURNED("v.returns > 0"),
    /** The unit says done or on schedule, the numbers say red. */
    MISMATCH("p.verdict in ('DONE', 'ON_SCHEDULE') and " + Sql.LAMP + " in ('BEHIND', 'UNKNOWN')"),
    /** A report stands that gives no value for a numeric target. */
    WITHOUT_VALUE("p.lamp = 'UNKNOWN'"),
    BEHIND(Sql.ofLamp("BEHIND")),
    UNKNOWN(Sql.ofLamp("UNKNOWN")),
    AT_RISK(Sql.ofLamp("AT_RISK")),
    ON_TRACK(Sql.ofLamp("ON_TRACK")),
    DONE(Sql.ofLamp("DONE")),
    NOT_COUNTED(Sql.ofLamp("NOT_COUNTED")),
    SUSPENDED(Sql.ofLamp("SUSPENDED")),
    WITH_LIAISON("c.state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING')"),
    WITH_LEADER("c.state = 'UNIT_REVIEW'"),
    WITH_OFFICE("c.state = 'OFFICE_REVIEW'"),
    LATE_LIAISON(WITH_LIAISON.condition + " and c.report_due_at < :now"),
    LATE_LEADER(WITH_LEADER.condition + " and c.unit_review_due_at < :now"),
    LATE_OFFICE(WITH_OFFICE.condition + " and c.office_review_due_at < :now"),
    RETURNED_BY_UNIT(Sql.returned("w.step = 'UNIT' and w.decision = 'RETURN'")),
    RETURNED_FACTS_UNCLEAR(Sql.returned("w.reason = 'FACTS_UNCLEAR'")),
    RETURNED_PROBLEM_NOT_SOLVED(Sql.returned("w.reason = 'PROBLEM_NOT_SOLVED'")),
    RETURNED_NOT_CARRIED_OUT(Sql.returned("w.reason = 'NOT_CARRIED_OUT'")),
    RETURNED_CONCLUSION_INACCURATE(Sql.returned("w.reason = 'CONCLUSION_INACCURATE'")),
    RETURNED_MEASURES_NOT_LAWFUL(Sql.returned("w.reason = 'MEASURES_NOT_LAWFUL'")),
    RETURNED_FORMAT(Sql.returned("w.reason = 'FORMAT'"));

    /** Those that are kept of closed rounds, each in a column of its name. */
    static final Set<CycleFigure> KEPT = EnumSet.range(CYCLES, SUSPENDED);

    /** Parts of the conditions. */
    private static final class Sql {

        /** Whatever has become of a deadline since; a report of a reopened cycle comes after its round, never in time. */
        private static final String IN_TIME =
                "f.submitted_at <= f.due_at and (r.closed_at is null or f.submitted_at <= r.closed_at)";

        private static final String DUE = "r.origin = 'LIVE' and coalesce(c.outcome, c.state) <> 'SUSPENDED'"
                + " and (f.submitted_at is not null or c.report_due_at <= :now or r.closed_at is not null)";

        private static final String ON_TIME = DUE + " and " + IN_TIME;

        private static final String LAMP = "(" + LampSql.OF_CYCLE + ")";

        private static String ofLamp(String lamp) {
            return LAMP + " = '" + lamp + "'";
        }

        private static String returned(String how) {
            return "exists (select from review w where w.cycle_id = c.id and w.undone_at is null and " + how + ")";
        }
    }

    private final String condition;

    CycleFigure(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** Column of {@code unit_quarter}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CycleFigure of(Lamp lamp) {
        return valueOf(lamp.name());
    }
}
