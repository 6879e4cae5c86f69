package org.supervision.reporting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/**
 * One line of a list of cycles.
 *
 * @param dueAt when whoever has it now must have acted; {@code null} once it is closed
 * @param overdue whether the report is late: not submitted although its due instant has passed
 */
public record CycleView(
        String id,
        String roundId,
        String keyTaskId,
        int number,
        String goal,
        String leadUnit,
        String leadUnitName,
        CycleState state,
        boolean returned,
        @Nullable CycleOutcome outcome,
        @Nullable Verdict unitVerdict,
        @Nullable Verdict officeVerdict,
        Lamp lamp,
        Instant reportDueAt,
        @Nullable Instant dueAt,
        boolean overdue,
        int reportVersions,
        @Nullable Instant closedAt) {

    /** The quarter of its round, which the round's id ends with. */
    @JsonIgnore
    public Quarter quarter() {
        return Quarter.parse(roundId.substring(roundId.indexOf('-') + 1));
    }

    /** Where it stands among the cycles of its round. */
    @JsonIgnore
    public CycleStanding standing() {
        if (outcome != null) {
            return CycleStanding.valueOf(outcome.name());
        }
        if (overdue) {
            return returned ? CycleStanding.RESUBMISSION_OVERDUE : CycleStanding.OVERDUE;
        }
        return state == CycleState.DRAFTING && returned ? CycleStanding.RETURNED : CycleStanding.valueOf(state.name());
    }
}
