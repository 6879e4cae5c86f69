package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.supervision.identity.UnitNameSplitter;
import org.supervision.tables.read.SourceDocument.Paragraph;

/**
 * Finds a table whose cells were written one below the other, as a copied web page leaves it, and puts it up again.
 *
 * <p>A row begins at a paragraph that is only a number, greater than the one before. Where a row has more paragraphs
 * than columns, the units are the paragraphs that read as names of units.
 */
final class StackedList {

    private static final int MOST_LINES_OF_UNITS = 4;

    private final UnitNameSplitter splitter;
    private final List<Column> columns;
    private final List<Paragraph> body;

    private StackedList(UnitNameSplitter splitter, List<Column> columns, List<Paragraph> body) {
        this.splitter = splitter;
        this.columns = columns;
        this.body = body;
    }

    /** The table among the paragraphs that has a header as wanted, the number first. */
    static Optional<SourceDocument.Table> find(
            List<Paragraph> paragraphs, Predicate<Header> wanted, UnitNameSplitter splitter, HeaderNames names) {
        for (int start = 0; start < paragraphs.size(); start++) {
            List<Column> columns = new ArrayList<>();
            int end = start;
            while (end < paragraphs.size()
                    && names.columnOf(paragraphs.get(end).text())
                            .filter(column -> !columns.contains(column))
                            .map(columns::add)
                            .isPresent()) {
                end++;
            }
            if (!columns.isEmpty() && columns.get(0) == Column.NUMBER && wanted.test(Header.of(columns))) {
                List<Paragraph> header = paragraphs.subList(start, end);
                StackedList list = new StackedList(splitter, columns, paragraphs.subList(end, paragraphs.size()));
                return Optional.of(list.table(header));
            }
        }
        return Optional.empty();
    }

    private SourceDocument.Table table(List<Paragraph> header) {
        List<SourceRow> rows = new ArrayList<>();
        rows.add(row(header.stream().map(List::of).toList()));
        int last = 0;
        List<Paragraph> row = new ArrayList<>();
        for (Paragraph paragraph : body) {
            int number = numberOf(paragraph);
            if (number > last && (row.isEmpty() || row.size() >= columns.size())) {
                addRow(row, rows);
                row = new ArrayList<>();
                last = number;
            }
            row.add(paragraph);
        }
        addRow(row, rows);
        return new SourceDocument.Table(rows);
    }

    private static int numberOf(Paragraph paragraph) {
        String key = Texts.key(paragraph.text());
        return key.matches("\\d{1,4}") ? Integer.parseInt(key) : 0;
    }

    private void addRow(List<Paragraph> paragraphs, List<SourceRow> rows) {
        if (!paragraphs.isEmpty()) {
            rows.add(row(cells(paragraphs)));
        }
    }

    /** The paragraphs of a row, shared out among the columns. */
    private List<List<Paragraph>> cells(List<Paragraph> row) {
        if (row.size() <= columns.size()) {
            return row.stream().map(List::of).toList();
        }
        int units = columns.indexOf(Column.UNITS);
        for (int from = units; from < row.size(); from++) {
            for (int to = from + 1; to <= Math.min(row.size(), from + MOST_LINES_OF_UNITS); to++) {
                if (splitter.readsAsUnits(text(row.subList(from, to)))) {
                    List<List<Paragraph>> cells = new ArrayList<>(share(row.subList(0, from), units));
                    cells.add(row.subList(from, to));
                    cells.addAll(share(row.subList(to, row.size()), columns.size() - units - 1));
                    return cells;
                }
            }
        }
        return share(row, columns.size());
    }

    /** One paragraph for each column, the rest for the last. */
    private static List<List<Paragraph>> share(List<Paragraph> paragraphs, int columns) {
        List<List<Paragraph>> shared = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int from = Math.min(i, paragraphs.size());
            int to = i == columns - 1 ? paragraphs.size() : Math.min(i + 1, paragraphs.size());
            shared.add(paragraphs.subList(from, to));
        }
        return shared;
    }

    private SourceRow row(List<List<Paragraph>> cells) {
        SourcePosition start = cells.get(0).get(0).position();
        List<SourceCell> built = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Paragraph> cell = i < cells.size() ? cells.get(i) : List.of();
            SourcePosition position = cell.isEmpty() ? start : cell.get(0).position();
            built.add(new SourceCell(cell.stream().map(Paragraph::text).toList(), position, false));
        }
        return new SourceRow(List.copyOf(built));
    }

    private static String text(List<Paragraph> paragraphs) {
        return String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
    }
}
