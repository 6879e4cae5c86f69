package org.supervision.dashboard;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cycles in numbers.
 *
 * @param figures those that are kept of closed rounds
 * @param returns how often a review sent a report back
 */
public record Tally(Map<CycleFigure, Integer> figures, int returns) {

    public static Tally sum(Collection<Tally> parts) {
        Map<CycleFigure, Integer> figures = new EnumMap<>(CycleFigure.class);
        parts.forEach(part -> part.figures.forEach((figure, count) -> figures.merge(figure, count, Integer::sum)));
        return new Tally(figures, parts.stream().mapToInt(Tally::returns).sum());
    }

    public int of(CycleFigure figure) {
        return figures.getOrDefault(figure, 0);
    }

    /** Reports in time of those that were due, 0 to 1; null before anything is, and for what was imported. */
    public @Nullable Double onTimeShare() {
        return share(CycleFigure.ON_TIME, CycleFigure.DUE);
    }

    /** The one as a part of the other, 0 to 1; null of nothing. */
    public @Nullable Double share(CycleFigure part, CycleFigure whole) {
        return of(whole) == 0 ? null : (double) of(part) / of(whole);
    }
}
