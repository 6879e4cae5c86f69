package org.supervision.reporting;

import org.jspecify.annotations.Nullable;

/** Where a quarterly cycle stands: OPEN only before its first user task exists. */
public enum CycleState {
    OPEN,
    PARTNER_INPUT,
    DRAFTING,
    UNIT_REVIEW,
    OFFICE_REVIEW,
    CLOSED,
    SUSPENDED;

    /** The step that waits for somebody, whose deadline counts; {@code null} once closed and while suspended. */
    public @Nullable CycleStep step() {
        return switch (this) {
            case OPEN, PARTNER_INPUT, DRAFTING -> CycleStep.REPORT;
            case UNIT_REVIEW -> CycleStep.UNIT_REVIEW;
            case OFFICE_REVIEW -> CycleStep.OFFICE_REVIEW;
            case CLOSED, SUSPENDED -> null;
        };
    }
}
