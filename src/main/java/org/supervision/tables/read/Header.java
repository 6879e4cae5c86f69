package org.supervision.tables.read;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which column of a table holds what, in whatever order the columns come. */
record Header(Map<Column, Integer> columns, int width) {

    /** The row read as a header; a table row that is none yields a header without columns. */
    static Header of(SourceRow row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<SourceCell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).addsNothing()) {
                int index = i;
                Column.headedBy(cells.get(i).text()).ifPresent(column -> columns.putIfAbsent(column, index));
            }
        }
        return new Header(columns, cells.size());
    }

    boolean has(Collection<Column> wanted) {
        return columns.keySet().containsAll(wanted);
    }

    /** The row's cell of the column; blank if the table has no such column. */
    SourceCell cell(SourceRow row, Column column) {
        Integer index = columns.get(column);
        return index == null || index >= row.cells().size()
                ? SourceCell.blank(row.position())
                : row.cells().get(index);
    }
}
