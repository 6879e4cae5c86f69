package org.supervision.tables.write;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.Verdict;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.WrittenWords;
import org.supervision.tables.write.Ledger.LedgerRow;

/** The columns of each layout, as the tables of that layout that cities publish have them. */
final class LedgerLayouts {

    /** The office inside the lead unit stands in these under the units. */
    private static final String SECTION = "\u3010%s\u3011";

    private static final Pattern SECTION_BRACKETS = Pattern.compile("[\\u3010\\u3011\\u3014\\u3015]");

    private LedgerLayouts() {}

    static List<GridColumn> columns(Ledger ledger) {
        return switch (ledger.layout()) {
            case PLAN_GRID -> planGrid(ledger);
            case QUARTER_RESULT -> quarterResult(ledger);
            case RESULT_LIST -> resultList(ledger);
            case PLAN_LIST, NARRATIVE, INDICATORS, UNMAPPED ->
                throw new IllegalArgumentException("Not written: " + ledger.layout());
        };
    }

    private static List<GridColumn> planGrid(Ledger ledger) {
        // A section with such brackets in its name could not be told from the units any more.
        boolean apart = ledger.rows().stream()
                .map(row -> row.values().section())
                .anyMatch(section ->
                        section != null && SECTION_BRACKETS.matcher(section).find());
        List<GridColumn> columns = new ArrayList<>();
        columns.add(GridColumn.centred(WrittenWords.of("number"), 6, LedgerLayouts::number));
        columns.add(GridColumn.text(
                WrittenWords.of("goal"), 19, row -> List.of(row.values().goal())));
        columns.add(GridColumn.centred(WrittenWords.of("units"), 16, row -> units(row.values(), !apart)));
        if (apart) {
            columns.add(GridColumn.centred(
                    WrittenWords.of("section"), 10, row -> stated(row.values().section())));
        }
        columns.add(GridColumn.centred(
                WrittenWords.of("phone"), 10, row -> stated(row.values().supervisionPhone())));
        columns.add(kinds());
        for (int quarter = 1; quarter <= 4; quarter++) {
            columns.add(planned(quarter, 26));
        }
        return columns;
    }

    private static List<GridColumn> quarterResult(Ledger ledger) {
        List<GridColumn> columns = new ArrayList<>(List.of(
                GridColumn.centred(WrittenWords.of("number"), 6, LedgerLayouts::number),
                GridColumn.text(
                        WrittenWords.of("goal"), 22, row -> List.of(row.values().goal())),
                GridColumn.centred(WrittenWords.of("quarter-result.units"), 16, row -> units(row.values(), false)),
                kinds(),
                planned(Objects.requireNonNull(ledger.quarter()), 34),
                GridColumn.text(WrittenWords.of("quarter-result.progress"), 56, row -> row.values()
                        .progress()),
                tick("quarter-result.done", Verdict.DONE),
                tick("quarter-result.not-done", Verdict.BEHIND)));
        Set<Verdict> wordy = EnumSet.of(Verdict.ON_SCHEDULE, Verdict.NOT_STARTED);
        if (ledger.rows().stream().anyMatch(row -> wordy.contains(row.values().verdict()))) {
            columns.add(GridColumn.centred(
                    WrittenWords.of("result.verdict"),
                    10,
                    row -> wordy.contains(row.values().verdict()) ? verdict(row) : List.of()));
        }
        return columns;
    }

    private static GridColumn kinds() {
        return GridColumn.labels(
                WrittenWords.of("kind"),
                10,
                List.of(WrittenWords.of("kind.milestone"), WrittenWords.of("kind.action-plan")));
    }

    private static GridColumn planned(int quarter, int width) {
        return GridColumn.lines(
                WrittenWords.of("quarter." + quarter),
                width,
                List.of(
                        ofQuarter(
                                quarter, planned -> planned.milestone().lines().toList()),
                        ofQuarter(quarter, PlannedQuarter::actionSteps)));
    }

    private static GridColumn tick(String head, Verdict verdict) {
        return new GridColumn(
                List.of(WrittenWords.of("quarter-result.verdict"), WrittenWords.of(head)),
                7,
                true,
                false,
                List.of(row -> row.values().verdict() == verdict ? List.of(WrittenWords.of("tick")) : List.of()));
    }

    private static List<GridColumn> resultList(Ledger ledger) {
        List<GridColumn> columns = new ArrayList<>(List.of(
                GridColumn.centred(WrittenWords.of("number"), 6, LedgerLayouts::number),
                GridColumn.text(
                        WrittenWords.of("result.goal"),
                        40,
                        row -> List.of(row.values().goal())),
                GridColumn.centred(WrittenWords.of("result.units"), 20, row -> units(row.values(), false)),
                GridColumn.text(
                        WrittenWords.of("result.progress." + Objects.requireNonNull(ledger.quarter())),
                        76,
                        row -> row.values().progress())));
        if (ledger.rows().stream().anyMatch(row -> row.values().verdict() != null)) {
            columns.add(GridColumn.centred(WrittenWords.of("result.verdict"), 14, LedgerLayouts::verdict));
        }
        if (ledger.rows().stream().anyMatch(row -> !row.adjustments().isEmpty())) {
            columns.add(GridColumn.text(WrittenWords.of("result.adjusted"), 40, LedgerRow::adjustments));
        }
        return columns;
    }

    private static List<String> number(LedgerRow row) {
        return List.of(String.valueOf(row.values().number()));
    }

    private static List<String> units(RowValues values, boolean withSection) {
        Stream<String> units = Stream.concat(Stream.ofNullable(values.leadUnit()), values.supportingUnits().stream());
        Stream<String> section = withSection && values.section() != null
                ? Stream.of(SECTION.formatted(
                        String.join(" ", values.section().lines().toList())))
                : Stream.empty();
        return Stream.concat(units, section).toList();
    }

    private static List<String> stated(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    /** The office's verdict, or why there is none. */
    private static List<String> verdict(LedgerRow row) {
        CycleOutcome outcome = row.values().outcome();
        Verdict verdict = row.values().verdict();
        if (outcome != CycleOutcome.APPROVED) {
            return List.of(WrittenWords.of("outcome." + outcome));
        }
        return List.of(WrittenWords.of("verdict." + (verdict == null ? "UNKNOWN" : verdict)));
    }

    private static Function<LedgerRow, List<String>> ofQuarter(
            int quarter, Function<PlannedQuarter, List<String>> text) {
        return row -> row.values().quarters().stream()
                .filter(planned -> planned.quarter() == quarter)
                .findFirst()
                .map(text)
                .orElse(List.of());
    }

    /** The ledger drawn with its columns. */
    static Grid draw(Ledger ledger) {
        List<GridColumn> columns = columns(ledger);
        int headRows =
                columns.stream().mapToInt(column -> column.heads().size()).max().orElseThrow();
        List<List<Grid.Cell>> header = IntStream.range(0, headRows)
                .mapToObj(line -> IntStream.range(0, columns.size())
                        .mapToObj(column -> head(columns, line, column))
                        .toList())
                .toList();
        return new Grid(
                ledger.title(),
                List.of(ledger.summary()),
                columns.stream().map(GridColumn::width).toList(),
                header,
                ledger.rows().stream().map(row -> draw(columns, row)).toList());
    }

    /** Neighbours with the same text above their own share it. */
    private static Grid.Cell head(List<GridColumn> columns, int line, int column) {
        List<String> heads = columns.get(column).heads();
        if (line >= heads.size()) {
            return Grid.Cell.ABOVE;
        }
        boolean shared = line < heads.size() - 1
                && column > 0
                && columns.get(column - 1).heads().size() == heads.size()
                && columns.get(column - 1).heads().get(line).equals(heads.get(line));
        return shared ? Grid.Cell.LEFT : Grid.Cell.of(List.of(heads.get(line)), true);
    }

    /** The rows of one key task; a row that would hold nothing but its label is left out. */
    private static List<List<Grid.Cell>> draw(List<GridColumn> columns, LedgerRow row) {
        int most =
                columns.stream().mapToInt(column -> column.texts().size()).max().orElseThrow();
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; line < most; line++) {
            int current = line;
            if (columns.stream()
                    .filter(column -> !column.isShared() && !column.label())
                    .anyMatch(
                            column -> !Grid.Cell.of(column.texts().get(current).apply(row), false)
                                    .paragraphs()
                                    .isEmpty())) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            lines.add(0);
        }
        return lines.stream()
                .map(line -> columns.stream()
                        .map(column -> cell(column, line, line.equals(lines.get(0)), row))
                        .toList())
                .toList();
    }

    private static Grid.Cell cell(GridColumn column, int line, boolean first, LedgerRow row) {
        if (column.isShared()) {
            return first ? Grid.Cell.of(column.texts().get(0).apply(row), column.centred()) : Grid.Cell.ABOVE;
        }
        return Grid.Cell.of(column.texts().get(line).apply(row), column.centred());
    }
}
