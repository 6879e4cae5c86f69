package org.supervision.tables.read;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleOutcome;
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

    /** What the progress says of the report: a table without one, or with the words for it, shows none approved. */
    public CycleOutcome outcome() {
        String text = Texts.key(String.join("", progress));
        return text.isEmpty()
                ? CycleOutcome.NOT_REPORTED
                : Stream.of(CycleOutcome.NOT_REPORTED, CycleOutcome.NOT_APPROVED, CycleOutcome.SUSPENDED)
                        .filter(outcome -> Words.pattern("outcome " + outcome)
                                .matcher(text)
                                .matches())
                        .findFirst()
                        .orElse(CycleOutcome.APPROVED);
    }

    /** What one quarter must reach, and how. */
    public record PlannedQuarter(int quarter, String milestone, List<String> actionSteps) {

        public PlannedQuarter {
            actionSteps = List.copyOf(actionSteps);
        }
    }
}
