package org.supervision.tables.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.Verdict;

/**
 * What a row says of its key task; the names are those of the REST contract.
 *
 * @param leadUnit the name as written; codes are looked up when the row is taken over
 * @param progress one text per paragraph
 * @param verdict null unless the document states it
 */
public record RowValues(
        @Nullable Integer number,
        String goal,
        @Nullable String leadUnit,
        List<String> supportingUnits,
        @Nullable String section,
        @Nullable String supervisionPhone,
        List<PlannedQuarter> quarters,
        @Nullable Verdict verdict,
        List<String> progress) {

    public RowValues {
        supportingUnits = List.copyOf(supportingUnits);
        quarters = List.copyOf(quarters);
        progress = List.copyOf(progress);
    }

    /** What one quarter must reach, and how. */
    public record PlannedQuarter(int quarter, String milestone, List<String> actionSteps) {

        public PlannedQuarter {
            actionSteps = List.copyOf(actionSteps);
        }
    }
}
