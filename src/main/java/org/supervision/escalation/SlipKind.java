package org.supervision.escalation;

/** The kinds of slips, each numbered on its own. */
public enum SlipKind {
    /** 催办 */
    REMINDER
}
