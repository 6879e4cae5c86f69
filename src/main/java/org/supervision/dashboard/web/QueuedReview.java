package org.supervision.dashboard.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.dashboard.web.OwedRow.Urgency;
import org.supervision.keytask.KeyTaskLamps.QuarterLamp;
import org.supervision.reporting.CheckRule;
import org.supervision.reporting.CycleView;
import org.supervision.shared.Lamp;

/**
 * A report that waits for a review, with what deserves a closer look.
 *
 * @param lamps of the last four quarters, the oldest first
 * @param doubts that the unit answered when it submitted
 * @param sampled whether it was drawn at random to be looked at
 * @param foundWrong whether an inspection contradicts what was reported
 */
record QueuedReview(OwedRow row, List<QuarterLamp> lamps, List<CheckRule> doubts, boolean sampled, boolean foundWrong) {

    /**
     * What an inspection contradicts and where unit and values disagree come first; then the worse lamp, more doubts, what came back, the draw, and only then
     * the deadline.
     */
    static final Comparator<QueuedReview> RISKIEST_FIRST = Comparator.comparing(
                    (QueuedReview review) -> !review.foundWrong)
            .thenComparing(review -> !review.isContradictory())
            .thenComparing(review -> gravity(review.cycle().lamp()))
            .thenComparing(review -> -review.doubts.size())
            .thenComparing(review -> !review.isAgain())
            .thenComparing(review -> !review.sampled)
            .thenComparing(review -> review.row.item().dueAt(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(review -> review.cycle().number());

    /** Which reports a desk lists. */
    enum Part {
        ALL,
        TODAY,
        DOUBTFUL,
        SAMPLED;

        boolean holds(QueuedReview review) {
            return switch (this) {
                case ALL -> true;
                case TODAY -> review.row.urgency() == Urgency.TODAY || review.row.urgency() == Urgency.OVERDUE;
                case DOUBTFUL -> review.foundWrong || review.isContradictory() || !review.doubts.isEmpty();
                case SAMPLED -> review.sampled;
            };
        }
    }

    /** Behind and unknown are as grave as each other; what is not counted says no more than what is well. */
    private static int gravity(Lamp lamp) {
        return lamp.isRed() ? 0 : lamp == Lamp.AT_RISK ? 1 : 2;
    }

    public CycleView cycle() {
        return row.cycle();
    }

    /** Whether the unit calls fine what the values do not. */
    public boolean isContradictory() {
        return cycle().unitVerdict() != null && cycle().unitVerdict().contradicts(cycle().lamp());
    }

    /** Whether it was returned before. */
    public boolean isAgain() {
        return cycle().reportVersions() > 1;
    }

    /** Whether there is nothing to heed in it. */
    public boolean isPlain() {
        return doubts.isEmpty() && !sampled && !foundWrong && !isAgain() && !isContradictory();
    }

    /** Why no single key approves it. */
    enum Hindrance {
        HEEDED,
        NO_VERDICT,
        LAMP
    }

    /** One key approves a plain one that says what the values say, and these are well; null for such. */
    public @Nullable Hindrance hindrance() {
        if (!isPlain()) {
            return Hindrance.HEEDED;
        }
        if (cycle().unitVerdict() == null) {
            return Hindrance.NO_VERDICT;
        }
        return gravity(cycle().lamp()) > 1 ? null : Hindrance.LAMP;
    }

    public boolean isClean() {
        return hindrance() == null;
    }
}
