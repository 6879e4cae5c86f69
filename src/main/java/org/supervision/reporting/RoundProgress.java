package org.supervision.reporting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a round is, as far as the reader sees its cycles.
 *
 * @param counts cycles by standing; standings without a cycle are absent
 */
public record RoundProgress(Map<CycleStanding, Long> counts) {

    /**
     * A piece of the bar that shows the whole round.
     *
     * @param from per cent of the bar at which it begins
     * @param width per cent of the bar
     */
    public record Segment(CycleStanding standing, long count, double from, double width) {}

    /** Nothing is owed any more. */
    private static final Set<CycleStanding> SETTLED = EnumSet.of(
            CycleStanding.APPROVED, CycleStanding.NOT_APPROVED, CycleStanding.NOT_REPORTED, CycleStanding.SUSPENDED);

    /** Leaves a hair's breadth between two pieces. */
    private static final double GAP = 0.15;

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(CycleStanding standing) {
        return counts.getOrDefault(standing, 0L);
    }

    /** Reports that have been submitted and not come back. */
    public long submitted() {
        return of(CycleStanding.UNIT_REVIEW)
                + of(CycleStanding.OFFICE_REVIEW)
                + of(CycleStanding.APPROVED)
                + of(CycleStanding.NOT_APPROVED);
    }

    public boolean isAllClosed() {
        return running() == 0;
    }

    /** Cycles that have not ended. */
    public long running() {
        return total() - SETTLED.stream().mapToLong(this::of).sum();
    }

    /** From approved to not reported. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        double from = 0;
        for (CycleStanding standing : CycleStanding.values()) {
            if (of(standing) > 0) {
                double width = 100.0 * of(standing) / total();
                segments.add(new Segment(standing, of(standing), from, Math.max(0.1, width - GAP)));
                from += width;
            }
        }
        return segments;
    }
}
