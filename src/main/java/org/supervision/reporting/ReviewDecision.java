package org.supervision.reporting;

/** What a reviewer decides. */
public enum ReviewDecision {
    APPROVE,
    RETURN
}
