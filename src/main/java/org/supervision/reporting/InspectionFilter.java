package org.supervision.reporting;

import org.jspecify.annotations.Nullable;

/** What a list of inspections is narrowed to; {@code null} does not narrow. */
public record InspectionFilter(
        @Nullable InspectionState state,
        @Nullable FindingAgreement agreement,
        @Nullable String keyTask,
        @Nullable String cycle,
        @Nullable String unit) {

    public static InspectionFilter ofCycle(String cycleId) {
        return new InspectionFilter(null, null, null, cycleId, null);
    }
}
