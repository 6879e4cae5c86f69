package org.supervision.escalation;

/** Why a slip ended. */
public enum EndReason {
    REPORT_SUBMITTED,
    /** The partner's part that was late has come in. */
    PART_SUBMITTED,
    /** The partner leads the key task itself now. */
    PART_DROPPED,
    REVIEW_DONE,
    ROUND_CLOSED,
    /** An extension moved the date that had been missed. */
    DUE_DATE_MOVED,
    /** The office accepted the unit's answer. */
    ANSWER_ACCEPTED,
    /** The talk took place. */
    HELD,
    /** The draft was not signed, or the proposal not followed. */
    DISCARDED,
    /** What it was proposed for is no more. */
    CAUSE_GONE,
    /** Taken back after an appeal. */
    WITHDRAWN
}
