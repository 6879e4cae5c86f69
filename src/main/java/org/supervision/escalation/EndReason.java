package org.supervision.escalation;

/** Why a slip ended by itself. */
public enum EndReason {
    REPORT_SUBMITTED,
    ROUND_CLOSED
}
