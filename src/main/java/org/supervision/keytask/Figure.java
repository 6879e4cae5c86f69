package org.supervision.keytask;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator.Comparator;
import org.supervision.keytask.Indicator.Scale;

/**
 * A number with its unit in a {@link PlainText}.
 *
 * @param end behind the unit and the comparator that follows it
 * @param low the lower end of a range, else the number
 * @param behind the comparator that follows it
 */
record Figure(
        int start,
        int end,
        Kind kind,
        BigDecimal low,
        @Nullable BigDecimal high,
        String unit,
        Scale scale,
        @Nullable Comparator behind) {

    /** What the unit measures. */
    enum Kind {
        PERCENT,
        POINT,
        MONEY,
        TIME,
        MEASURE,
        COUNT,
        RANK,
        BARE
    }

    Figure upTo(int behindIt, Comparator comparator) {
        return new Figure(start, behindIt, kind, low, high, unit, scale, comparator);
    }

    Figure inUnitOf(Figure other) {
        return new Figure(start, end, other.kind, low, high, other.unit, other.scale, behind);
    }

    boolean isRate() {
        return kind == Kind.PERCENT || kind == Kind.POINT;
    }
}
