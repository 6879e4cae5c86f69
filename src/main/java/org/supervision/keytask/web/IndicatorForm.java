package org.supervision.keytask.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.Indicator.Base;
import org.supervision.keytask.Indicator.Comparator;
import org.supervision.keytask.Indicator.Direction;
import org.supervision.keytask.Indicator.Scale;
import org.supervision.shared.DomainException;

/**
 * How an indicator is to be read; what nobody is asked stays as it was read.
 *
 * @param value as typed, blank for none
 * @param stretchValue likewise
 * @param base null where it is not said
 */
record IndicatorForm(
        @Nullable String name,
        Comparator comparator,
        @Nullable String value,
        @Nullable String stretchValue,
        @Nullable String unit,
        Scale scale,
        @Nullable Base base,
        Direction direction) {

    private static final String NUMBER = "-?\\d{1,12}(\\.\\d{1,6})?";

    Indicator over(Indicator read) {
        BigDecimal first = number("value", value);
        return new Indicator(
                name == null ? "" : name.strip(),
                read.qualifier(),
                comparator,
                first,
                first == null ? null : number("stretchValue", stretchValue),
                unit == null ? "" : unit.strip(),
                scale,
                base,
                direction,
                read.commitment(),
                read.group(),
                read.period());
    }

    static @Nullable BigDecimal number(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches(NUMBER)) {
            throw DomainException.invalidField(field, "keytask.error.indicator-number", text.strip());
        }
        return new BigDecimal(text.strip());
    }
}
