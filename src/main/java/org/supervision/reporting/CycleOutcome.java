package org.supervision.reporting;

/** How a closed cycle ended: only an approved report counts as reported when the round is published. */
public enum CycleOutcome {
    APPROVED,
    NOT_REPORTED,
    NOT_APPROVED,
    /** The key task was suspended when the round closed: nothing was owed. */
    SUSPENDED,
    /** The round is still open and the report is with its reviewers: said of the table as it is now, never kept. */
    UNDER_REVIEW
}
