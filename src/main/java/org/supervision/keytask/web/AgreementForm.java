package org.supervision.keytask.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.AgreedIndicators.Terms;
import org.supervision.keytask.Indicator;

/**
 * How an indicator is measured, as it is typed beside {@link IndicatorForm}.
 *
 * @param start blank if nobody knows
 * @param expected1 by the end of the first quarter, and so on; blank for its even share of the year
 * @param atYearEndOnly {@code null} while its box is not ticked
 */
record AgreementForm(
        @Nullable String start,
        @Nullable String expected1,
        @Nullable String expected2,
        @Nullable String expected3,
        @Nullable String expected4,
        @Nullable Boolean atYearEndOnly) {

    Terms of(Indicator target) {
        Map<Integer, BigDecimal> expected = new TreeMap<>();
        put(expected, 1, expected1);
        put(expected, 2, expected2);
        put(expected, 3, expected3);
        put(expected, 4, expected4);
        return new Terms(target, IndicatorForm.number("start", start), expected, Boolean.TRUE.equals(atYearEndOnly));
    }

    private static void put(Map<Integer, BigDecimal> expected, int quarter, @Nullable String typed) {
        BigDecimal value = IndicatorForm.number("expected" + quarter, typed);
        if (value != null) {
            expected.put(quarter, value);
        }
    }
}
