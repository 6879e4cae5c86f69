package org.supervision.reporting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator;

/**
 * An indicator with what was reached of it up to the end of a quarter. All values are in ones, without scale.
 *
 * @param target as it holds at the end of the quarter
 * @param quarter 1 to 4
 * @param value {@code null} if none was reported
 * @param expected what the plan expects by then; {@code null} for its even share of the year
 * @param start where the year began, for levels that are to rise or fall; {@code null} if nobody knows
 * @param atYearEndOnly whether it can only be measured when the year is over
 */
public record Measurement(
        Indicator target,
        int quarter,
        @Nullable BigDecimal value,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal start,
        boolean atYearEndOnly) {

    public Measurement {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("A quarter is 1 to 4, not " + quarter);
        }
    }
}
