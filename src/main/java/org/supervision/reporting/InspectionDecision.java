package org.supervision.reporting;

/** What the chief makes of a finding that contradicts an approved report. */
public enum InspectionDecision {
    /** The lead unit reports again. */
    REOPEN,
    /** The finding stands, the report stays as it is. */
    LEAVE,
    /** The finding does not hold and costs nothing. */
    REJECT
}
