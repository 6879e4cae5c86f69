package org.supervision.escalation;

import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleStep;

/**
 * One late step of one cycle, from becoming late to its end.
 *
 * @param unit whose part is late; {@code null} for all other steps
 * @param episode counts how often the cycle became late
 * @param important whether the key task was important when it became late: a ladder that runs keeps its rungs
 */
public record Chase(String cycleId, CycleStep step, @Nullable String unit, int episode, boolean important) {

    /** Unique among everything the ladder does. */
    String key(Rung rung) {
        return "%s/%s/%d/%s".formatted(cycleId, step, episode, rung);
    }
}
