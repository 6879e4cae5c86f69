package org.supervision.tables.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.SourceDocument.Table;

/** Tells what a document without key tasks seems to be, so that the refusal can say so. */
final class OtherTables {

    private static final Pattern REGION = Words.pattern("region");
    private static final Pattern FIGURE = Words.pattern("figure");
    private static final Set<String> MEETING_PACK = Set.copyOf(Words.section("meeting pack"));
    private static final int FEWEST_REGIONS = 3;
    private static final int MOST_ROWS_ABOVE = 10;
    private static final int FEWEST_OF_PEOPLE = 3;
    private static final double MOSTLY = 0.6;

    private OtherTables() {}

    /** What a document is that looks like a table of key tasks without being one; empty if it may be one. */
    static Optional<Reason> mistakable(SourceDocument document) {
        return document.blocks().stream()
                        .filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .anyMatch(table -> document.headers().of(table).keySet().stream()
                                .anyMatch(row -> headsMeetingPack(table.rows().get(row))))
                ? Optional.of(Reason.MEETING_PACK)
                : Optional.empty();
    }

    private static boolean headsMeetingPack(SourceRow row) {
        return row.written().stream()
                .map(SourceCell::key)
                .collect(Collectors.toSet())
                .containsAll(MEETING_PACK);
    }

    static Reason resembling(SourceDocument document) {
        return document.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(OtherTables::isMostlyFigures)
                .map(table -> isAboutRegions(table) ? Reason.REGION_MATRIX : Reason.FIGURES)
                .sorted()
                .findFirst()
                .orElseGet(() -> isRoster(document) ? Reason.ROSTER : Reason.UNKNOWN_LAYOUT);
    }

    /** Heads of names and of what is said of people, and none of goals. */
    private static boolean isRoster(SourceDocument document) {
        return document.blocks().stream()
                .filter(Table.class::isInstance)
                .flatMap(table -> ((Table) table).rows().stream().limit(MOST_ROWS_ABOVE))
                .map(row -> row.written().stream()
                        .flatMap(cell -> PersonColumn.headedBy(cell.text()).stream())
                        .collect(Collectors.toSet()))
                .anyMatch(columns -> columns.contains(PersonColumn.NAME) && columns.size() >= FEWEST_OF_PEOPLE);
    }

    private static boolean isMostlyFigures(Table table) {
        List<SourceCell> inner = table.rows().stream()
                .skip(1)
                .flatMap(row -> row.cells().stream().skip(1))
                .filter(cell -> !cell.addsNothing())
                .toList();
        long figures = inner.stream()
                .filter(cell -> FIGURE.matcher(cell.key()).matches())
                .count();
        return figures > 0 && figures >= MOSTLY * inner.size();
    }

    /** Regions stand in one row or in one of the first columns. */
    private static boolean isAboutRegions(Table table) {
        Stream<List<SourceCell>> rows =
                table.rows().stream().limit(FEWEST_REGIONS).map(SourceRow::cells);
        Stream<List<SourceCell>> columns = Stream.of(0, 1).map(column -> table.rows().stream()
                .filter(row -> column < row.cells().size())
                .map(row -> row.cells().get(column))
                .toList());
        return Stream.concat(rows, columns)
                .anyMatch(cells -> cells.stream()
                                .filter(cell -> REGION.matcher(cell.key()).matches())
                                .count()
                        >= FEWEST_REGIONS);
    }
}
