package org.supervision.escalation;

/** The kinds of slips, each numbered on its own. */
public enum SlipKind {
    /** 催办 */
    REMINDER("reminder"),
    /** 督办单 */
    SUPERVISION_ORDER("order"),
    /** 通报 */
    CIRCULAR("circular"),
    /** 约谈 */
    INTERVIEW("interview");

    private final String segment;

    SlipKind(String segment) {
        this.segment = segment;
    }

    /** How ids name it. */
    String segment() {
        return segment;
    }

    /** Red slips may be appealed against. */
    public boolean isRed() {
        return this != REMINDER;
    }
}
