package org.supervision.escalation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleStep;

/**
 * A place in the ladder that a government may fill with a row or leave empty.
 *
 * @param important {@code null}: the same for important key tasks and all others
 */
public record LadderPlace(CycleStep step, @Nullable Boolean important, Rung rung) {

    /** In the order in which people read them. Partners and reviewers are never chased beyond reminders. */
    public static final List<LadderPlace> ALL = List.of(
            new LadderPlace(CycleStep.REPORT, null, Rung.EARLY_NOTICE),
            new LadderPlace(CycleStep.REPORT, null, Rung.LATE_NOTICE),
            new LadderPlace(CycleStep.REPORT, false, Rung.FIRST_REMINDER),
            new LadderPlace(CycleStep.REPORT, false, Rung.SECOND_REMINDER),
            new LadderPlace(CycleStep.REPORT, false, Rung.SUPERVISION_ORDER),
            new LadderPlace(CycleStep.REPORT, false, Rung.INTERVIEW),
            new LadderPlace(CycleStep.REPORT, true, Rung.FIRST_REMINDER),
            new LadderPlace(CycleStep.REPORT, true, Rung.SECOND_REMINDER),
            new LadderPlace(CycleStep.REPORT, true, Rung.SUPERVISION_ORDER),
            new LadderPlace(CycleStep.REPORT, true, Rung.INTERVIEW),
            new LadderPlace(CycleStep.PART, null, Rung.FIRST_REMINDER),
            new LadderPlace(CycleStep.UNIT_REVIEW, null, Rung.FIRST_REMINDER),
            new LadderPlace(CycleStep.UNIT_REVIEW, null, Rung.SECOND_REMINDER),
            new LadderPlace(CycleStep.OFFICE_REVIEW, null, Rung.FIRST_REMINDER),
            new LadderPlace(CycleStep.OFFICE_REVIEW, null, Rung.SECOND_REMINDER));

    /** Whether the ladder of this key task has it. */
    boolean isFor(boolean importantKeyTask) {
        return important == null || important == importantKeyTask;
    }

    /** Notices come before the due date and are no rung one can stand on. */
    boolean isNotice() {
        return rung.compareTo(Rung.FIRST_REMINDER) < 0;
    }
}
