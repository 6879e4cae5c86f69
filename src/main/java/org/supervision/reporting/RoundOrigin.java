package org.supervision.reporting;

/** Whether a round was run here or read from a published result table. */
public enum RoundOrigin {
    LIVE,
    IMPORT
}
