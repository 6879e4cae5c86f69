package org.supervision.reporting;

import org.supervision.shared.Lamp;

/** How far a key task is in its quarter, in the unit's or the office's own words. */
public enum Verdict {
    DONE,
    ON_SCHEDULE,
    BEHIND,
    NOT_STARTED;

    /** Whether it calls fine what the values do not. */
    public boolean contradicts(Lamp lamp) {
        return (this == DONE || this == ON_SCHEDULE) && lamp.isRed();
    }
}
