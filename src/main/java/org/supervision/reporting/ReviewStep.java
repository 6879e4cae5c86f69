package org.supervision.reporting;

/** Who reviews: the lead unit's leader first, then the supervision office. */
public enum ReviewStep {
    UNIT,
    OFFICE
}
