package org.supervision.dashboard.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Lamp;

/**
 * An indicator as the template {@code fragments/form-field} draws it; shares are per cent of the target.
 *
 * @param key the full name of its input
 * @param id of the indicator
 * @param target in words
 * @param last what was approved last before, in words
 * @param enterable false for what can only be measured when the year is over
 * @param gainedShare what has come since; null like the others where a part of the target means nothing
 * @param sentence what the figure means
 * @param split what its parts come to; null where it is not split
 */
record IndicatorRow(
        String key,
        String id,
        String name,
        @Nullable String qualifier,
        String target,
        @Nullable String last,
        @Nullable String value,
        String unit,
        @Nullable String error,
        boolean enterable,
        @Nullable BigDecimal lastShare,
        @Nullable BigDecimal gainedShare,
        @Nullable BigDecimal expectedShare,
        String sentence,
        Lamp lamp,
        @Nullable SplitRow split) {

    /** The same for a sub-item. */
    IndicatorRow withId(String subItem) {
        return new IndicatorRow(
                key,
                subItem,
                name,
                qualifier,
                target,
                last,
                value,
                unit,
                error,
                enterable,
                lastShare,
                gainedShare,
                expectedShare,
                sentence,
                lamp,
                split);
    }
}
