package org.supervision.tables.read;

import java.util.List;

/**
 * One row of cells, filled up to the width of its table.
 *
 * @param hidden hidden from the eye in the source, read all the same
 */
record SourceRow(List<SourceCell> cells, boolean hidden) {

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
