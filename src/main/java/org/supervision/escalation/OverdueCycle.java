package org.supervision.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleStep;

/**
 * A late step of a cycle.
 *
 * @param unitName who owes it or, for a review of the office, whose report waits
 * @param officer name of the officer who is responsible for that unit, {@code null} for none
 * @param dueAt what was missed
 * @param rung the highest its ladder has come to, {@code null} below the first
 * @param slipId the slip or draft of the rung
 * @param timesReturned how often the report was sent back in this quarter
 * @param instanceId of the cycle's process
 */
public record OverdueCycle(
        String cycleId,
        String roundId,
        int number,
        String goal,
        boolean important,
        CycleStep step,
        String unit,
        String unitName,
        @Nullable String officer,
        Instant dueAt,
        int workingDaysOverdue,
        @Nullable Rung rung,
        @Nullable String slipId,
        int timesReturned,
        @Nullable String instanceId) {

    OverdueCycle withOfficer(@Nullable String name) {
        return new OverdueCycle(
                cycleId,
                roundId,
                number,
                goal,
                important,
                step,
                unit,
                unitName,
                name,
                dueAt,
                workingDaysOverdue,
                rung,
                slipId,
                timesReturned,
                instanceId);
    }
}
