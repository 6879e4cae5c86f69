package org.supervision.reporting;

/** The steps of a cycle that have a deadline of their own. */
public enum CycleStep {
    /** Partner units hand in their parts. */
    PART,
    /** The lead unit drafts and submits its report. */
    REPORT,
    UNIT_REVIEW,
    OFFICE_REVIEW
}
