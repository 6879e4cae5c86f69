package org.supervision.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.supervision.calendar.WorkingDays;
import org.supervision.shared.DomainException;

/** What whoever chases late cycles must know of one; read column by column, since each rung asks several times. */
@Service
public class CycleChase {

    /**
     * A cycle as the ladder sees it.
     *
     * @param dueAt the deadline of the step that is chased
     * @param awaited whether the step is still to be done; a part that is missing stays so until the report is in
     */
    public record ChasedCycle(
            String government,
            String roundId,
            String keyTaskId,
            int number,
            String leadUnit,
            Instant dueAt,
            boolean awaited) {}

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    CycleChase(JdbcClient jdbc, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
    }

    public ChasedCycle get(String cycleId, CycleStep step) {
        return jdbc.sql("select government, round_id, key_task_id, number, lead_unit, state, " + dueAt(step)
                        + " as due_at from reporting_cycle where id = ?")
                .param(cycleId)
                .query((row, n) -> new ChasedCycle(
                        row.getString("government"),
                        row.getString("round_id"),
                        row.getString("key_task_id"),
                        row.getInt("number"),
                        row.getString("lead_unit"),
                        row.getTimestamp("due_at").toInstant(),
                        CycleState.valueOf(row.getString("state")).step()
                                == (step == CycleStep.PART ? CycleStep.REPORT : step)))
                .optional()
                .orElseThrow(() -> DomainException.notFound(cycleId));
    }

    private static String dueAt(CycleStep step) {
        return switch (step) {
            case PART -> "parts_due_at";
            case REPORT -> "report_due_at";
            case UNIT_REVIEW -> "unit_review_due_at";
            case OFFICE_REVIEW -> "office_review_due_at";
        };
    }

    /** 18:00 of the day on which the cycle's round closes. */
    public Instant roundClosesAt(String cycleId) {
        return jdbc.sql(
                        """
                        select r.closes_on from reporting_cycle c join reporting_round r on r.id = c.round_id
                        where c.id = ?""")
                .param(cycleId)
                .query(LocalDate.class)
                .optional()
                .map(workingDays::dueInstant)
                .orElseThrow(() -> DomainException.notFound(cycleId));
    }
}
