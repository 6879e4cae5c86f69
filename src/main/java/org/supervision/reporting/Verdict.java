package org.supervision.reporting;

/** How far a key task is in its quarter, in the unit's or the office's own words. */
public enum Verdict {
    DONE,
    ON_SCHEDULE,
    BEHIND,
    NOT_STARTED
}
