package org.supervision.reporting;

/** Where a reporting round stands; it only moves forward. */
public enum RoundState {
    PLANNED,
    OPEN,
    CLOSED,
    PUBLISHED
}
