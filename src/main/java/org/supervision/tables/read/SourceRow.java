package org.supervision.tables.read;

import java.util.ArrayList;
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
        List<SourceCell> written = new ArrayList<>(cells.size());
        for (SourceCell cell : cells) {
            if (!cell.addsNothing()) {
                written.add(cell);
            }
        }
        return written;
    }

    SourcePosition position() {
        return cells.get(0).position();
    }
}
