package org.supervision.tables.read;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which column of a table holds what, in whatever order the columns come. */
record Header(Map<Column, Integer> columns, int width, int height) {

    private static final int MOST_ROWS = 3;

    /**
     * The header that begins with the row and goes on over rows of nothing but words of headers.
     *
     * @param wanted says of the columns whether this is the header looked for
     */
    static Optional<Header> at(List<SourceRow> rows, int start, Predicate<Header> wanted) {
        Header header = of(rows.get(start));
        if (header.columns.size() < 2) {
            return Optional.empty();
        }
        while (header.height < MOST_ROWS
                && start + header.height < rows.size()
                && isOfHeader(rows.get(start + header.height))) {
            header = header.and(of(rows.get(start + header.height)));
        }
        return Optional.of(header).filter(wanted);
    }

    private static Header of(SourceRow row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<SourceCell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).addsNothing()) {
                int index = i;
                Column.headedBy(cells.get(i).text()).ifPresent(column -> columns.putIfAbsent(column, index));
            }
        }
        return new Header(columns, cells.size(), 1);
    }

    /** A header of one row with these columns from left to right. */
    static Header of(List<Column> inOrder) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        inOrder.forEach(column -> columns.put(column, columns.size()));
        return new Header(columns, inOrder.size(), 1);
    }

    private static boolean isOfHeader(SourceRow row) {
        return row.written().stream()
                .allMatch(cell -> Column.headedBy(cell.text()).isPresent());
    }

    private Header and(Header below) {
        Map<Column, Integer> all = new EnumMap<>(below.columns);
        all.putAll(columns);
        return new Header(all, Math.max(width, below.width), height + 1);
    }

    boolean has(Collection<Column> wanted) {
        return columns.keySet().containsAll(wanted);
    }

    /** Those of the columns that the table has, in their given order. */
    List<Column> those(List<Column> wanted) {
        return wanted.stream().filter(columns::containsKey).toList();
    }

    /** The row's cell of the column; blank if the table has no such column. */
    SourceCell cell(SourceRow row, Column column) {
        Integer index = columns.get(column);
        return index == null || index >= row.cells().size()
                ? SourceCell.blank(row.position())
                : row.cells().get(index);
    }
}
