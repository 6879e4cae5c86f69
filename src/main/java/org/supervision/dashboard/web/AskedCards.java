package org.supervision.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.dashboard.UnitBurdens;
import org.supervision.dashboard.web.Card.Cell;
import org.supervision.dashboard.web.Card.Column;
import org.supervision.dashboard.web.Card.Row;
import org.supervision.identity.CurrentUser;
import org.supervision.workflow.AskedWork.UnitMonth;

/** The card about what is asked of the units: work items and minutes, month by month. */
@Component
class AskedCards {

    private static final int MONTHS = 12;

    private final UnitBurdens burdens;
    private final Words words;

    AskedCards(UnitBurdens burdens, Words words) {
        this.burdens = burdens;
        this.words = words;
    }

    /** Units with the most work first. */
    Card of(int year, CurrentUser user, CardLinks links) {
        List<UnitMonth> asked = burdens.ofYear(year, user, links.unit());
        List<Integer> months = months(asked);
        Map<String, List<UnitMonth>> units = asked.stream()
                .sorted(Comparator.comparing(UnitMonth::name))
                .collect(Collectors.groupingBy(UnitMonth::unit, LinkedHashMap::new, Collectors.toList()));
        List<Column> columns = new ArrayList<>(List.of(Column.text(words.of("dashboard.card.unit"))));
        months.forEach(month -> columns.add(Column.number(words.of("dashboard.card.month", month))));
        Stream.of("items", "again", "minutes")
                .map(what -> Column.number(words.of("dashboard.card.asked." + what)))
                .forEach(columns::add);
        return Card.of(
                words,
                "asked",
                finding(asked),
                null,
                columns,
                units.values().stream()
                        .sorted(Comparator.comparing(
                                (List<UnitMonth> unit) -> -sum(unit).items()))
                        .map(unit -> row(year, months, unit, links))
                        .toList());
    }

    /** From the first with anything to the last. */
    private static List<Integer> months(List<UnitMonth> asked) {
        List<Integer> known = asked.stream()
                .map(line -> line.month().getMonthValue())
                .sorted()
                .toList();
        return Stream.iterate(1, month -> month <= MONTHS, month -> month + 1)
                .filter(month -> !known.isEmpty() && month >= known.get(0) && month <= known.get(known.size() - 1))
                .toList();
    }

    private Row row(int year, List<Integer> months, List<UnitMonth> unit, CardLinks links) {
        Map<Integer, UnitMonth> byMonth =
                unit.stream().collect(Collectors.toMap(line -> line.month().getMonthValue(), line -> line));
        UnitMonth all = sum(unit);
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(all.name())));
        months.forEach(month -> cells.add(
                byMonth.containsKey(month)
                        ? items(byMonth.get(month), links.work(year, month, all.unit()))
                        : Cell.count(0, "")));
        cells.add(Cell.count(all.items(), links.work(year, null, all.unit())));
        cells.add(new Cell(String.valueOf(all.again()), (double) all.again(), null, null, null));
        cells.add(
                all.measured() == 0
                        ? Cell.text(words.of("dashboard.work.unmeasured"))
                        : new Cell(
                                String.valueOf(all.minutes()),
                                (double) all.minutes(),
                                words.of("dashboard.card.measured", all.measured(), all.items()),
                                null,
                                null));
        return new Row(cells);
    }

    private Cell items(UnitMonth month, String url) {
        String minutes = month.measured() == 0 ? null : words.of("dashboard.card.minutes", month.minutes());
        return new Cell(String.valueOf(month.items()), (double) month.items(), minutes, url, null);
    }

    private @Nullable String finding(List<UnitMonth> asked) {
        if (asked.isEmpty()) {
            return null;
        }
        UnitMonth all = sum(asked);
        return words.sentence(
                words.of("dashboard.finding.asked", all.items(), all.again()),
                all.measured() == 0
                        ? ""
                        : words.of(
                                "dashboard.finding.asked-minutes",
                                all.measured(),
                                (double) all.seconds() / all.measured() / 60));
    }

    private static UnitMonth sum(List<UnitMonth> lines) {
        UnitMonth first = lines.get(0);
        return new UnitMonth(
                first.unit(),
                first.name(),
                first.month(),
                lines.stream().mapToInt(UnitMonth::items).sum(),
                lines.stream().mapToInt(UnitMonth::again).sum(),
                lines.stream().mapToInt(UnitMonth::measured).sum(),
                lines.stream().mapToLong(UnitMonth::seconds).sum());
    }
}
