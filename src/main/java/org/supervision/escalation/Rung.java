package org.supervision.escalation;

/** The rungs of the ladder from the lowest to the highest; when each comes is a row of the decision table. */
public enum Rung {
    /** A line in the digest before the due date. */
    EARLY_NOTICE,
    LATE_NOTICE,
    /** 催办 */
    FIRST_REMINDER,
    /** 再次催办 */
    SECOND_REMINDER,
    /** 督办单 */
    SUPERVISION_ORDER,
    /** 约谈 */
    INTERVIEW
}
