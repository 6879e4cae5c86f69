package org.supervision.reporting;

/** Where a quarterly cycle stands: OPEN only before its first user task exists. */
public enum CycleState {
    OPEN,
    PARTNER_INPUT,
    DRAFTING,
    UNIT_REVIEW,
    OFFICE_REVIEW,
    CLOSED,
    SUSPENDED
}
