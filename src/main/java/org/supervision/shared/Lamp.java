package org.supervision.shared;

import java.util.Collection;
import java.util.Comparator;

/**
 * What numbers alone say of an indicator or of a key task in a quarter (domain: verdicts and lamps), worst first; words and
 * colours are configuration.
 */
public enum Lamp {
    BEHIND,
    /** Nothing reported, or no value for a numeric target: shown as red, never carried forward. */
    UNKNOWN,
    AT_RISK,
    ON_TRACK,
    DONE,
    /** No indicator that can be counted this quarter. */
    NOT_COUNTED,
    SUSPENDED;

    /** A key task is where the worst of its indicators is; those that are not counted say nothing. */
    public static Lamp worst(Collection<Lamp> indicators) {
        return indicators.stream()
                .filter(lamp -> lamp != NOT_COUNTED)
                .min(Comparator.naturalOrder())
                .orElse(NOT_COUNTED);
    }

    /** Whether it counts towards three red quarters. */
    public boolean isRed() {
        return this == BEHIND || this == UNKNOWN;
    }
}
