package org.supervision.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cycles are counted or listed.
 *
 * @param unit code of the unit that leads; {@code null} for all
 * @param leader account of the city leader in charge; {@code null} for all
 * @param latest only the latest cycle of each key task in its year
 */
public record CycleScope(List<String> rounds, @Nullable String unit, @Nullable String leader, boolean latest) {

    public static CycleScope of(String round, @Nullable String unit, @Nullable String leader) {
        return new CycleScope(List.of(round), unit, leader, false);
    }
}
