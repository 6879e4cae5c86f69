package org.supervision.escalation;

/** What brought a slip about. */
public enum SlipSource {
    /** A rung of the ladder. */
    LADDER,
    /** An officer by hand. */
    MANUAL,
    /** A city leader's instruction. */
    INSTRUCTION,
    /** Two orders in a year. */
    COUNT,
    /** Three red quarters of one key task in a row. */
    RED_QUARTERS
}
