package org.supervision.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.dashboard.CycleFigure;
import org.supervision.dashboard.RoundDashboard;
import org.supervision.dashboard.Tally;
import org.supervision.dashboard.UnitQuarter;
import org.supervision.dashboard.web.Card.Cell;
import org.supervision.dashboard.web.Card.Chart;
import org.supervision.dashboard.web.Card.Column;
import org.supervision.dashboard.web.Card.Row;
import org.supervision.shared.Quarter;

/** The cards about several quarters: where it gets worse, and whether it is improving. */
@Component
class HistoryCards {

    private static final int QUARTERS_OF_UNITS = 4;
    private static final int QUARTERS_OF_ALL = 8;

    /** Below this share a unit is shown in red. */
    private static final double LOW = 0.6;

    private static final double[] STEPS = {0.7, 0.85, 0.95};

    private final Words words;

    HistoryCards(Words words) {
        this.words = words;
    }

    /** Share in time, unit by quarter. */
    Card heat(RoundDashboard shown, CardLinks links) {
        List<Quarter> quarters = quarters(shown.round().quarter(), QUARTERS_OF_UNITS);
        Map<String, Map<Quarter, UnitQuarter>> units = new TreeMap<>();
        Map<String, String> names = shown.history().stream()
                .filter(unit -> quarters.contains(unit.quarter()))
                .collect(Collectors.toMap(UnitQuarter::unit, UnitQuarter::name, (one, same) -> one));
        shown.history().stream()
                .filter(unit -> quarters.contains(unit.quarter()))
                .forEach(unit -> units.computeIfAbsent(unit.unit(), code -> new TreeMap<>())
                        .put(unit.quarter(), unit));
        List<Column> columns = new ArrayList<>(List.of(Column.text(words.of("dashboard.card.unit"))));
        quarters.forEach(quarter -> columns.add(Column.number(shortly(quarter))));
        columns.add(Column.number(words.of("dashboard.card.trend")));
        List<Row> rows = units.entrySet().stream()
                .sorted(Comparator.comparing(unit -> names.get(unit.getKey())))
                .map(unit -> new Row(Stream.of(
                                Stream.of(Cell.link(
                                        names.get(unit.getKey()),
                                        "/statistics?round=" + shown.round().id() + "&unit=" + unit.getKey())),
                                quarters.stream()
                                        .map(quarter -> share(unit.getValue().get(quarter), links)),
                                Stream.of(trend(unit.getValue(), quarters)))
                        .flatMap(cells -> cells)
                        .toList()))
                .toList();
        return Card.of(words, "heat", heatFinding(units, names, quarters), null, columns, rows);
    }

    private Cell share(@Nullable UnitQuarter unit, CardLinks links) {
        if (unit == null) {
            return Cell.text(words.of("dashboard.card.no-tasks")).toned("heat-none");
        }
        Double share = unit.tally().onTimeShare();
        return share == null
                ? Cell.text(words.of("dashboard.card.not-counted")).toned("heat-none")
                : new Cell(
                        words.of("dashboard.card.percent", 100 * share),
                        share,
                        fraction(unit.tally()),
                        links.tasks(unit.round(), unit.unit(), CycleFigure.DUE),
                        tone(share));
    }

    private static String tone(double share) {
        if (share < LOW) {
            return "heat-low";
        }
        int step = 1;
        for (double from : STEPS) {
            step += share >= from ? 1 : 0;
        }
        return "heat-" + step;
    }

    static String fraction(Tally tally) {
        return tally.of(CycleFigure.ON_TIME) + "/" + tally.of(CycleFigure.DUE);
    }

    private Cell trend(Map<Quarter, UnitQuarter> unit, List<Quarter> quarters) {
        Optional<Integer> points = change(unit, quarters, quarters.size() - 1);
        return points.map(by -> new Cell(
                        by == 0
                                ? words.of("dashboard.card.level")
                                : words.of(by > 0 ? "dashboard.card.up" : "dashboard.card.down", Math.abs(by)),
                        (double) by,
                        null,
                        null,
                        by <= -10 ? "red" : by > 0 ? "green" : null))
                .orElse(Cell.text(words.of("dashboard.card.no-trend")));
    }

    /** Points by which a quarter differs from the one before; empty if either has no share. */
    private static Optional<Integer> change(Map<Quarter, UnitQuarter> unit, List<Quarter> quarters, int at) {
        Double now = share(unit.get(quarters.get(at)));
        Double before = share(unit.get(quarters.get(at - 1)));
        return now == null || before == null
                ? Optional.empty()
                : Optional.of((int) (Math.round(100 * now) - Math.round(100 * before)));
    }

    private static @Nullable Double share(@Nullable UnitQuarter unit) {
        return unit == null ? null : unit.tally().onTimeShare();
    }

    private @Nullable String heatFinding(
            Map<String, Map<Quarter, UnitQuarter>> units, Map<String, String> names, List<Quarter> quarters) {
        List<String> falling = units.entrySet().stream()
                .filter(unit -> Stream.of(quarters.size() - 2, quarters.size() - 1)
                        .allMatch(at -> change(unit.getValue(), quarters, at).orElse(0) < 0))
                .map(unit -> names.get(unit.getKey()))
                .sorted()
                .toList();
        if (units.isEmpty()) {
            return null;
        }
        return words.sentence(
                words.of("dashboard.finding.heat", 100 * LOW),
                falling.isEmpty() ? "" : words.of("dashboard.finding.falling", falling.get(0), falling.size()));
    }

    /** Share in time of all together. */
    Card shares(RoundDashboard shown, CardLinks links) {
        List<Quarter> quarters = quarters(shown.round().quarter(), QUARTERS_OF_ALL).stream()
                .filter(quarter -> shown.of(quarter).onTimeShare() != null)
                .toList();
        Map<Quarter, String> rounds = shown.history().stream()
                .collect(Collectors.toMap(UnitQuarter::quarter, UnitQuarter::round, (one, same) -> one));
        List<Column> columns = new ArrayList<>(List.of(Column.text(words.of("dashboard.card.quarter"))));
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(words.of("dashboard.card.on-time"))));
        for (Quarter quarter : quarters) {
            Tally tally = shown.of(quarter);
            double share = Objects.requireNonNull(tally.onTimeShare());
            columns.add(Column.number(shortly(quarter)));
            cells.add(new Cell(
                    words.of("dashboard.card.exact-percent", 100 * share),
                    share,
                    fraction(tally),
                    links.tasks(rounds.get(quarter), CycleFigure.DUE),
                    null));
        }
        return Card.of(
                words,
                "shares",
                sharesFinding(shown, quarters),
                new Chart("shares", Map.of()),
                columns,
                quarters.isEmpty() ? List.of() : List.of(new Row(cells)));
    }

    private @Nullable String sharesFinding(RoundDashboard shown, List<Quarter> quarters) {
        if (quarters.size() < 2) {
            return null;
        }
        int rising = 0;
        while (rising + 1 < quarters.size() && points(shown, quarters, quarters.size() - 1 - rising) > 0) {
            rising++;
        }
        double last = points(shown, quarters, quarters.size() - 1);
        return rising >= 2
                ? words.of("dashboard.finding.rising", rising, last)
                : words.of("dashboard.finding.changed", last > 0 ? 1 : last < 0 ? -1 : 0, Math.abs(last));
    }

    private static double points(RoundDashboard shown, List<Quarter> quarters, int at) {
        return 100
                * (Objects.requireNonNull(shown.of(quarters.get(at)).onTimeShare())
                        - Objects.requireNonNull(shown.of(quarters.get(at - 1)).onTimeShare()));
    }

    /** The quarters up to one, the oldest first. */
    private static List<Quarter> quarters(Quarter last, int many) {
        List<Quarter> quarters = new ArrayList<>(
                Stream.iterate(last, Quarter::previous).limit(many).toList());
        java.util.Collections.reverse(quarters);
        return quarters;
    }

    private String shortly(Quarter quarter) {
        return words.of("dashboard.card.short-quarter", String.valueOf(quarter.year() % 100), quarter.number());
    }
}
