package org.supervision.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a published result table.
 *
 * @param supportingUnits partners as the table names them; the key task's own may be others
 * @param progress its paragraphs
 * @param problems what the table says hinders the work; {@code null} where it says nothing
 * @param nextSteps likewise what comes next
 * @param verdict {@code null} where the table does not state one
 * @param outcome anything but APPROVED where the table says that nothing was reported or approved
 */
public record PastResult(
        String keyTaskId,
        List<String> supportingUnits,
        List<String> progress,
        @Nullable String problems,
        @Nullable String nextSteps,
        @Nullable Verdict verdict,
        CycleOutcome outcome) {

    /** A result that tells neither problems nor next steps. */
    public PastResult(
            String keyTaskId,
            List<String> supportingUnits,
            List<String> progress,
            @Nullable Verdict verdict,
            CycleOutcome outcome) {
        this(keyTaskId, supportingUnits, progress, null, null, verdict, outcome);
    }
}
