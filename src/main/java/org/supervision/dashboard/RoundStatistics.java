package org.supervision.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.escalation.ScoreViews.UnitScore;
import org.supervision.shared.Lamp;

/**
 * A round in numbers, narrowed to the units the reader may see.
 *
 * @param units by name
 * @param scores of the units in the round's quarter, the lowest first
 */
public record RoundStatistics(String round, Count total, List<UnitCount> units, List<UnitScore> scores) {

    /**
     * Cycles in numbers.
     *
     * @param reported a report stands, approved or not
     * @param onTime the first report came by its due instant
     * @param due the due instant has passed, or a report came
     * @param returns reviews that sent a report back
     * @param lamps only those that occur
     */
    public record Count(
            int cycles, int reported, int approved, int onTime, int due, int returns, Map<Lamp, Integer> lamps) {

        /** Per cent of what was due, whole; null before anything is. */
        @JsonProperty
        public @Nullable Integer onTimeShare() {
            return due == 0 ? null : Math.round(100f * onTime / due);
        }

        /** How many cycles have that lamp. */
        public int of(Lamp lamp) {
            return lamps.getOrDefault(lamp, 0);
        }
    }

    /** What a unit leads. */
    public record UnitCount(String unit, String name, Count count) {}
}
