package org.supervision.reporting;

import org.jspecify.annotations.Nullable;
import org.supervision.shared.Lamp;

/**
 * What a list of cycles is narrowed to; {@code null} does not narrow.
 *
 * @param unit code of the lead unit
 * @param overdue whether the report is late now
 */
public record CycleFilter(
        @Nullable String round,
        @Nullable String keyTask,
        @Nullable CycleState state,
        @Nullable String unit,
        @Nullable Boolean overdue,
        @Nullable CycleStanding standing,
        @Nullable Lamp lamp) {

    /** All there are. */
    public static final CycleFilter NONE = new CycleFilter(null, null, null, null, null, null, null);

    public static CycleFilter ofKeyTask(String keyTaskId) {
        return new CycleFilter(null, keyTaskId, null, null, null, null, null);
    }

    public static CycleFilter ofRound(String roundId) {
        return ofRound(roundId, null);
    }

    public static CycleFilter ofRound(String roundId, @Nullable CycleStanding standing) {
        return new CycleFilter(roundId, null, null, null, null, standing, null);
    }
}
