package org.supervision.escalation;

/** What changes a unit's score. What a rung of the ladder costs stands in the ladder itself. */
public enum ScoreEvent {
    FIRST_REMINDER(0),
    SECOND_REMINDER(0),
    SUPERVISION_ORDER(0),
    INTERVIEW(0),
    /** A reminder by an officer's hand. */
    MANUAL_REMINDER(-1),
    /** The office returned a report. */
    REPORT_RETURNED(-1),
    /** The round closed without a report. */
    NOT_REPORTED(-10),
    /** The round closed with a report that was not approved. */
    NOT_APPROVED(-5),
    /** An inspection found an approved report partly wrong. */
    REPORT_PARTLY_CONTRADICTED(-5),
    /** An inspection found an approved report wrong. */
    REPORT_CONTRADICTED(-10),
    /** The office's own mark, with its reason. */
    MARK(0);

    private final int shipped;

    ScoreEvent(int shipped) {
        this.shipped = shipped;
    }

    /** Points while the government has set no others. */
    int shipped() {
        return shipped;
    }

    /** Whether a rule of the government says what it costs. */
    public boolean hasRule() {
        return shipped != 0;
    }
}
