package org.supervision.reporting;

/** How strictly what a check finds is taken. */
public enum CheckSeverity {
    /** Nobody looks. */
    OFF,
    /** The unit mends it or answers in words. */
    ANSWER,
    /** The unit has to mend it. */
    BLOCK
}
