package org.supervision.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.supervision.keytask.Indicator;
import org.supervision.reporting.IndicatorReading;
import org.supervision.reporting.LampPolicy;
import org.supervision.reporting.Readings;
import org.supervision.reporting.Readings.Shares;
import org.supervision.reporting.ReportContent;
import org.supervision.shared.Lamp;
import org.supervision.workflow.WorkItems.WorkItemDetail;

/** Puts what a report says of its indicators into words and bars. */
@Component
class IndicatorRows {

    /** Key of the form's list. */
    static final String LIST = "indicatorValues";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Readings readings;
    private final Words words;

    IndicatorRows(Readings readings, Words words) {
        this.readings = readings;
        this.words = words;
    }

    /** What {@code dashboard/parts :: readings} draws: the rows and the lamp they give together; none for forms without values. */
    void addTo(ModelAndView page, WorkItemDetail detail, Map<String, Object> values, Map<String, String> mistakes) {
        List<IndicatorRow> rows = detail.form().field(LIST).isPresent()
                ? toFill(detail.item().businessKey(), values.get(LIST), mistakes)
                : List.of();
        page.addObject("item", detail.item());
        page.addObject("readings", rows);
        page.addObject("lamp", Lamp.worst(rows.stream().map(IndicatorRow::lamp).toList()));
    }

    /**
     * Rows to be filled in.
     *
     * @param entered the form's list as it was entered, with whatever is wrong in it
     * @param errors messages by the full name of their field
     */
    private List<IndicatorRow> toFill(String cycleId, @Nullable Object entered, Map<String, String> errors) {
        Map<String, String> typed = ReportContent.typedValues(entered);
        Map<String, BigDecimal> numbers = new HashMap<>();
        typed.forEach((id, text) -> {
            BigDecimal number = ReportContent.number(text);
            if (number != null) {
                numbers.put(id, number);
            }
        });
        List<IndicatorRow> rows = new ArrayList<>();
        for (IndicatorReading reading : readings.ofDraft(cycleId, numbers)) {
            String key = "%s[%d].value".formatted(LIST, rows.size());
            String id = String.valueOf(reading.indicator().id());
            rows.add(row(key, typed.get(id), errors.get(key), reading));
        }
        return rows;
    }

    /** Rows to be looked at. */
    List<IndicatorRow> of(List<IndicatorReading> reported) {
        return reported.stream()
                .map(reading -> row("", plain(reading.value()), null, reading))
                .toList();
    }

    private IndicatorRow row(String key, @Nullable String value, @Nullable String error, IndicatorReading reading) {
        Indicator target = reading.indicator().target();
        Shares shares = Readings.shares(reading);
        String unit = words.of("keytask.scale", target.scale()) + target.unit();
        BigDecimal before = shares.last() == null ? BigDecimal.ZERO : within(shares.last());
        return new IndicatorRow(
                key,
                String.valueOf(reading.indicator().id()),
                target.name(),
                target.qualifier(),
                words.of("keytask.comparator", target.comparator()) + " " + plain(target.value()) + unit,
                reading.last() == null ? null : plain(reading.last()) + unit,
                value,
                unit,
                error,
                reading.isDue(),
                shares.now() == null && shares.last() == null
                        ? null
                        : shares.now() == null ? before : before.min(within(shares.now())),
                shares.now() == null
                        ? null
                        : within(shares.now()).subtract(before).max(BigDecimal.ZERO),
                shares.expected() == null ? null : within(shares.expected()),
                sentence(reading, shares, unit),
                reading.lamp());
    }

    private String sentence(IndicatorReading reading, Shares shares, String unit) {
        if (!reading.isDue()) {
            return words.of("dashboard.indicator.later");
        }
        if (reading.value() == null) {
            return words.of("dashboard.indicator.missing");
        }
        List<String> parts = new ArrayList<>();
        if (shares.now() != null && shares.expected() != null) {
            parts.add(words.of("dashboard.indicator.share", plain(shares.now()), plain(shares.expected())));
        } else {
            BigDecimal over =
                    reading.value().subtract(reading.indicator().target().value());
            parts.add(words.of(
                    "dashboard.indicator." + (over.signum() < 0 ? "below" : over.signum() > 0 ? "above" : "at"),
                    plain(over.abs()) + unit));
        }
        if (reading.last() != null) {
            BigDecimal more = reading.value().subtract(reading.last());
            parts.add(words.of(
                    "dashboard.indicator." + (more.signum() < 0 ? "less" : more.signum() > 0 ? "more" : "same"),
                    plain(more.abs()) + unit));
        }
        LampPolicy.Forecast forecast = Readings.forecast(reading);
        if (forecast != null && reading.quarter() < 4) {
            parts.add(words.of("dashboard.indicator.forecast", words.of("dashboard.forecast", forecast)));
        }
        return words.joined(parts.toArray(String[]::new));
    }

    /** What fits on a bar. */
    private static BigDecimal within(BigDecimal share) {
        return share.max(BigDecimal.ZERO).min(WHOLE).setScale(1, RoundingMode.DOWN);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
