package org.supervision.tables.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.supervision.tables.read.SourceDocument.Paragraph;
import org.supervision.tables.read.SourceDocument.Table;

/**
 * A table that may list key tasks below heads nobody knows: a row of different short words, and below it rows of which
 * one column holds whole phrases. A person says what its columns are.
 */
record UnmappedTable(Title title, List<SourceColumn> columns) {

    private static final Pattern FIGURE = Words.pattern("figure");
    private static final int MOST_ROWS_ABOVE = 10;
    private static final int FEWEST_HEADS = 3;
    private static final int LONGEST_HEAD = 20;
    private static final int MOST_ROWS_LOOKED_AT = 50;
    private static final double PHRASE = 6;

    static Optional<UnmappedTable> find(SourceDocument document) {
        List<String> above = document.paragraphs().stream().map(Paragraph::text).toList();
        return document.blocks().stream()
                .filter(Table.class::isInstance)
                .flatMap(table -> find((Table) table, above, document.heads()).stream())
                .findFirst();
    }

    private static Optional<UnmappedTable> find(Table table, List<String> paragraphs, HeaderNames names) {
        List<SourceRow> rows = table.rows();
        return IntStream.range(0, Math.min(MOST_ROWS_ABOVE, rows.size() - 1))
                .filter(row -> isHeads(rows.get(row)))
                .filter(row -> headsGoals(rows.get(row), names) || hasPhrases(below(rows, row)))
                .mapToObj(row -> new UnmappedTable(
                        Title.among(above(paragraphs, rows.subList(0, row))),
                        SourceColumn.of(rows.get(row).cells(), below(rows, row), names)))
                .findFirst();
    }

    private static List<String> above(List<String> paragraphs, List<SourceRow> rows) {
        List<String> above = rows.stream()
                .flatMap(row -> row.written().stream())
                .map(SourceCell::joined)
                .toList();
        return above.isEmpty() ? paragraphs : above;
    }

    private static List<SourceRow> below(List<SourceRow> rows, int head) {
        return rows.subList(head + 1, Math.min(rows.size(), head + 1 + MOST_ROWS_LOOKED_AT));
    }

    private static boolean isHeads(SourceRow row) {
        Set<String> heads = row.written().stream().map(SourceCell::key).collect(Collectors.toSet());
        return heads.size() >= FEWEST_HEADS
                && heads.size() == row.written().size()
                && heads.stream()
                        .allMatch(head -> head.length() <= LONGEST_HEAD
                                && !FIGURE.matcher(head).matches());
    }

    /** Where goals are known by their head they may be short. */
    private static boolean headsGoals(SourceRow row, HeaderNames names) {
        return row.written().stream()
                .anyMatch(cell -> names.columnOf(cell.text()).equals(Optional.of(Column.GOAL)));
    }

    private static boolean hasPhrases(List<SourceRow> body) {
        int width = body.get(0).cells().size();
        return IntStream.range(0, width)
                .anyMatch(column -> body.stream()
                                .filter(row -> column < row.cells().size())
                                .map(row -> row.cells().get(column))
                                .filter(cell -> !cell.addsNothing())
                                .mapToInt(cell -> cell.key().length())
                                .average()
                                .orElse(0)
                        >= PHRASE);
    }
}
