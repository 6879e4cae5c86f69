package org.supervision.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a published result table.
 *
 * @param supportingUnits as the key task names them, or the imported table of a past round did: a group stays a group
 * @param progress paragraphs of the approved report; empty without one
 * @param outcome anything but APPROVED is published as not reported or not approved, never as progress
 * @param verdict the office's; {@code null} if none is known
 * @param withheld why the report is left out; {@code null} if it is not
 * @param adjustments of the key task's plan up to the signature, oldest first
 */
public record ResultRow(
        int number,
        String goal,
        String leadUnit,
        List<String> supportingUnits,
        List<String> progress,
        CycleOutcome outcome,
        @Nullable Verdict verdict,
        @Nullable WithholdingGround withheld,
        List<Adjustment> adjustments) {

    /**
     * What was changed in the plan on request, in the words of the plan.
     *
     * @param field name of what was changed: {@code GOAL}, {@code MILESTONE_2}, {@code LEAD_UNIT} …
     * @param before {@code null} where nothing stood
     * @param approvedBy name of the person whose grant let it come true
     */
    public record Adjustment(
            String field,
            @Nullable String before,
            String after,
            String reason,
            String approvedBy,
            LocalDate approvedOn) {}

    /** Rows that were signed before adjustments were published have none. */
    public ResultRow {
        adjustments = Objects.requireNonNullElse(adjustments, List.of());
    }

    /** The same without what its report says. */
    ResultRow withoutReport(WithholdingGround ground) {
        return new ResultRow(number, goal, leadUnit, supportingUnits, List.of(), outcome, verdict, ground, adjustments);
    }
}
