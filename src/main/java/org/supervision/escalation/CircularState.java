package org.supervision.escalation;

/** Where a circular stands. */
public enum CircularState {
    DRAFT,
    /** Before the chief. */
    SUBMITTED,
    ISSUED,
    DISCARDED
}
