package org.supervision.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.supervision.dashboard.web.SplitRow.PartRow;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.Indicator;
import org.supervision.reporting.IndicatorReading;
import org.supervision.reporting.LampPolicy;
import org.supervision.reporting.Readings;
import org.supervision.reporting.Readings.Shares;
import org.supervision.reporting.ReportContent;
import org.supervision.reporting.RollUp;
import org.supervision.reporting.SubItemReading;
import org.supervision.shared.Lamp;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems.WorkItemDetail;

/** Puts what a report says of its indicators into words and bars. */
@Component
class IndicatorRows {

    /** Key of the form's list. */
    static final String LIST = "indicatorValues";

    /** Likewise of its sub-items. */
    static final String PARTS = "subItemValues";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Readings readings;
    private final OrgUnits units;
    private final Words words;

    IndicatorRows(Readings readings, OrgUnits units, Words words) {
        this.readings = readings;
        this.units = units;
        this.words = words;
    }

    /** What {@code dashboard/parts :: readings} draws: the rows and the lamp they give together; none for forms without values. */
    void addTo(ModelAndView page, WorkItemDetail detail, Map<String, Object> values, Map<String, String> mistakes) {
        WorkItem item = detail.item();
        Typed own = Typed.of(values.get(PARTS), ReportContent.SUB_ITEM, item.unit());
        List<IndicatorRow> rows = detail.form().field(LIST).isPresent()
                ? toFill(
                        item.businessKey(),
                        Typed.of(values.get(LIST), ReportContent.INDICATOR, item.unit()),
                        own,
                        mistakes)
                : List.of();
        boolean part = detail.form().field(PARTS).isPresent() && rows.isEmpty() && item.unit() != null;
        List<SubItemReading> carried =
                part ? readings.ofPart(item.businessKey(), item.unit(), own.numbers()) : List.of();
        page.addObject("item", item);
        page.addObject("readings", rows);
        page.addObject("carried", parts(carried, carried, own, mistakes, unitNames(carried)));
        page.addObject("lamp", Lamp.worst(rows.stream().map(IndicatorRow::lamp).toList()));
    }

    /**
     * A form's list as it was entered, with whatever is wrong in it, by the id of each row.
     *
     * @param unit that enters it
     */
    private record Typed(Map<String, String> texts, Map<String, BigDecimal> numbers, @Nullable String unit) {

        static Typed of(@Nullable Object entered, String id, @Nullable String unit) {
            Map<String, String> texts = ReportContent.typedValues(entered, id);
            Map<String, BigDecimal> numbers = new HashMap<>();
            texts.forEach((key, text) -> {
                BigDecimal number = ReportContent.number(text);
                if (number != null) {
                    numbers.put(key, number);
                }
            });
            return new Typed(texts, numbers, unit);
        }

        /** Fills in what the parts come to where nothing is entered; whether there was anything. */
        boolean follow(List<IndicatorReading> drafted) {
            boolean filled = false;
            for (IndicatorReading reading : drafted) {
                String id = String.valueOf(reading.indicator().id());
                BigDecimal figure =
                        reading.rollUp() == null ? null : reading.rollUp().figure(reading.indicator());
                if (figure != null && texts.getOrDefault(id, "").isBlank()) {
                    texts.put(id, Objects.requireNonNull(plain(figure)));
                    numbers.put(id, figure);
                    filled = true;
                }
            }
            return filled;
        }
    }

    /**
     * Rows to be filled in.
     *
     * @param own values of the sub-items that are entered here
     * @param errors messages by the full name of their field
     */
    private List<IndicatorRow> toFill(String cycleId, Typed typed, Typed own, Map<String, String> errors) {
        List<IndicatorReading> drafted = readings.ofDraft(cycleId, typed.numbers(), own.numbers());
        if (typed.follow(drafted)) {
            drafted = readings.ofDraft(cycleId, typed.numbers(), own.numbers());
        }
        List<SubItemReading> ofLead = Readings.ofLead(drafted);
        Map<String, OrgUnit> named = unitNames(parts(drafted));
        List<IndicatorRow> rows = new ArrayList<>();
        for (IndicatorReading reading : drafted) {
            String key = "%s[%d].value".formatted(LIST, rows.size());
            String id = String.valueOf(reading.indicator().id());
            rows.add(row(
                    key, typed.texts().get(id), errors.get(key), reading, split(reading, ofLead, own, errors, named)));
        }
        return rows;
    }

    /** Rows to be looked at. */
    List<IndicatorRow> of(List<IndicatorReading> reported) {
        Map<String, OrgUnit> named = unitNames(parts(reported));
        Typed nothing = new Typed(Map.of(), Map.of(), null);
        return reported.stream()
                .map(reading -> row(
                        "", plain(reading.value()), null, reading, split(reading, List.of(), nothing, Map.of(), named)))
                .toList();
    }

    private static List<SubItemReading> parts(List<IndicatorReading> readings) {
        return readings.stream()
                .flatMap(reading -> Stream.ofNullable(reading.rollUp()))
                .flatMap(rollUp -> rollUp.parts().stream())
                .toList();
    }

    private Map<String, OrgUnit> unitNames(List<SubItemReading> parts) {
        return parts.isEmpty()
                ? Map.of()
                : units.byCodes(parts.stream()
                        .map(part -> part.item().unit())
                        .distinct()
                        .toList());
    }

    private @Nullable SplitRow split(
            IndicatorReading reading,
            List<SubItemReading> toFill,
            Typed typed,
            Map<String, String> errors,
            Map<String, OrgUnit> named) {
        RollUp parts = reading.rollUp();
        return parts == null
                ? null
                : new SplitRow(
                        parts(parts.parts(), toFill, typed, errors, named),
                        parts.sum() == null ? null : plain(parts.sum()) + unit(reading),
                        plain(parts.figure(reading.indicator())),
                        parts.missing(),
                        reading.isDue() && parts.differsFrom(reading.value(), reading.indicator()),
                        parts.lamp());
    }

    /** @param toFill those whose values are entered here, in the order of the form's list */
    private List<PartRow> parts(
            List<SubItemReading> parts,
            List<SubItemReading> toFill,
            Typed typed,
            Map<String, String> errors,
            Map<String, OrgUnit> named) {
        List<PartRow> rows = new ArrayList<>();
        for (SubItemReading part : parts) {
            boolean own = toFill.contains(part);
            String key = own ? "%s[%d].value".formatted(PARTS, toFill.indexOf(part)) : "";
            String id = String.valueOf(part.item().id());
            String unitName = named.get(part.item().unit()).name();
            IndicatorRow row = row(
                    key,
                    own ? typed.texts().get(id) : plain(part.reading().value()),
                    errors.get(key),
                    part.reading(),
                    null);
            rows.add(new PartRow(
                    unitName,
                    !unitName.equals(part.item().name()),
                    own,
                    own && !part.item().unit().equals(typed.unit()),
                    part.isMissing(),
                    row.withId(id)));
        }
        return rows;
    }

    private IndicatorRow row(
            String key,
            @Nullable String value,
            @Nullable String error,
            IndicatorReading reading,
            @Nullable SplitRow split) {
        Indicator target = reading.indicator().target();
        Shares shares = Readings.shares(reading);
        String unit = unit(reading);
        BigDecimal before = shares.last() == null ? BigDecimal.ZERO : within(shares.last());
        return new IndicatorRow(
                key,
                String.valueOf(reading.indicator().id()),
                target.name(),
                target.qualifier(),
                target(target),
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
                reading.lamp(),
                split);
    }

    /** What is to be reached, in words. */
    String target(Indicator target) {
        return words.of("keytask.comparator", target.comparator()) + " " + plain(target.value()) + unit(target);
    }

    private String unit(IndicatorReading reading) {
        return unit(reading.indicator().target());
    }

    private String unit(Indicator target) {
        return words.of("keytask.scale", target.scale()) + target.unit();
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
