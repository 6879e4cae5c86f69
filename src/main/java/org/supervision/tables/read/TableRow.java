package org.supervision.tables.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key task as a document states it; the names are those of the REST contract.
 *
 * @param row ordinal from 1
 * @param leadUnit the name as written; codes are looked up when the row is taken over
 * @param progress one text per paragraph
 * @param verdict null unless the document states it
 */
public record TableRow(
        int row,
        @Nullable Integer number,
        String goal,
        @Nullable String leadUnit,
        List<String> supportingUnits,
        @Nullable String section,
        @Nullable String supervisionPhone,
        List<PlannedQuarter> quarters,
        @Nullable String verdict,
        List<String> progress,
        List<TableProblem> problems,
        SourcePosition position) {

    public TableRow {
        supportingUnits = List.copyOf(supportingUnits);
        quarters = List.copyOf(quarters);
        progress = List.copyOf(progress);
        problems = List.copyOf(problems);
    }

    /** What one quarter must reach, and how. */
    public record PlannedQuarter(int quarter, String milestone, List<String> actionSteps) {

        public PlannedQuarter {
            actionSteps = List.copyOf(actionSteps);
        }
    }
}
