package org.supervision.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.supervision.keytask.Indicator;
import org.supervision.reporting.IndicatorReading;
import org.supervision.reporting.Readings;

/** Says what was reported of indicators: the target, what was reached, and which share of it that is. */
@Component
class FigureWords {

    private final MessageSource messages;

    FigureWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One line for each; one that was due and has no value says so. */
    List<String> all(List<IndicatorReading> readings, Locale locale) {
        return readings.stream()
                .filter(reading -> reading.value() != null || reading.isDue())
                .map(reading -> of(reading, locale))
                .toList();
    }

    /** Only those with a value. */
    List<String> reported(List<IndicatorReading> readings, Locale locale) {
        return readings.stream()
                .filter(reading -> reading.value() != null)
                .map(reading -> of(reading, locale))
                .toList();
    }

    private String of(IndicatorReading reading, Locale locale) {
        Indicator target = reading.indicator().target();
        String name = target.name().isBlank() ? text(locale, "tables.figure.unnamed") : target.name();
        String promised = text(locale, "keytask.comparator." + target.comparator())
                + Objects.requireNonNull(target.value()).toPlainString();
        String unit = text(locale, "keytask.scale." + target.scale()) + target.unit();
        @Nullable BigDecimal value = reading.value();
        if (value == null) {
            return text(locale, "tables.figure.missing", name, promised, unit);
        }
        @Nullable BigDecimal share = Readings.shares(reading).now();
        return share == null
                ? text(locale, "tables.figure.reached", name, promised, unit, value.toPlainString())
                : text(
                        locale,
                        "tables.figure.share",
                        name,
                        promised,
                        unit,
                        value.toPlainString(),
                        share.toPlainString());
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
