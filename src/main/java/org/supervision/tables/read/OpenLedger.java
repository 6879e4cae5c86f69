package org.supervision.tables.read;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.Verdict;
import org.supervision.tables.read.RowValues.PlannedQuarter;

/** A table of key tasks as open data; the names are stable, what is not known is left out. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenLedger(
        @Nullable Layout layout,
        @Nullable String title,
        @Nullable Integer year,
        @Nullable Integer quarter,
        @Nullable List<@Nullable OpenKeyTask> keyTasks) {

    /**
     * One key task.
     *
     * @param outcome of the quarter; anything but APPROVED comes without progress
     * @param withheld on which ground the progress was left out of a published table; only read, a ledger has the words for it
     * @param adjustments of the plan, in words; only told, never read
     */
    @JsonIgnoreProperties(ignoreUnknown = true, value = "adjustments", allowSetters = false, allowGetters = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenKeyTask(
            @Nullable Integer number,
            @Nullable String goal,
            @Nullable String leadUnit,
            @Nullable List<@Nullable String> supportingUnits,
            @Nullable String section,
            @Nullable String supervisionPhone,
            @Nullable List<@Nullable OpenQuarter> quarters,
            @Nullable CycleOutcome outcome,
            @Nullable Verdict verdict,
            @Nullable List<@Nullable String> progress,
            @Nullable String withheld,
            @Nullable List<String> adjustments) {}

    /** What one quarter must reach, and how. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OpenQuarter(int quarter, @Nullable String milestone, @Nullable List<@Nullable String> actionSteps) {

        static OpenQuarter of(PlannedQuarter planned) {
            return new OpenQuarter(planned.quarter(), planned.milestone(), planned.actionSteps());
        }
    }

    /** The key task with its texts as they are. */
    public static OpenKeyTask keyTask(RowValues values, Layout layout, List<String> adjustments) {
        CycleOutcome outcome = values.outcome();
        return new OpenKeyTask(
                values.number(),
                values.goal(),
                values.leadUnit(),
                values.supportingUnits(),
                values.section(),
                values.supervisionPhone(),
                layout.statesMilestones()
                        ? values.quarters().stream().map(OpenQuarter::of).toList()
                        : null,
                layout.statesResults() ? outcome : null,
                values.verdict(),
                layout.statesResults() && outcome == CycleOutcome.APPROVED ? values.progress() : null,
                null,
                adjustments.isEmpty() ? null : adjustments);
    }
}
