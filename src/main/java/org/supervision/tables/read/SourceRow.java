package org.supervision.tables.read;

import java.util.List;

/**
 * One row of cells, filled up to the width of its table.
 *
 * @param hidden hidden from the eye in the source, read all the same
 * @param rest the rest of a row that the end of a page has broken
 */
record SourceRow(List<SourceCell> cells, boolean hidden, boolean rest) {

    SourceRow(List<SourceCell> cells) {
        this(cells, false, false);
    }

    boolean isBlank() {
        return cells.stream().allMatch(SourceCell::isBlank);
    }

    /** The cells that have a text of their own. */
    List<SourceCell> written() {
        return cells.stream().filter(cell -> !cell.addsNothing()).toList();
    }

    SourcePosition position() {
        return cells.get(0).position();
    }
}
