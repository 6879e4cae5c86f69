package org.supervision.tables.write;

import java.util.List;
import org.supervision.tables.read.Texts;

/**
 * A ledger drawn as a table: every row has a cell for every column, those a merged one reaches over included.
 *
 * @param notes sentences between title and table
 * @param widths of the columns in characters
 * @param header rows that are repeated on each page
 * @param body one list of rows for each key task
 */
record Grid(
        String title, List<String> notes, List<Integer> widths, List<List<Cell>> header, List<List<List<Cell>>> body) {

    Grid {
        title = String.join(" ", Texts.paragraphs(List.of(title)));
        notes = Texts.paragraphs(notes);
    }

    /**
     * One cell.
     *
     * @param paragraphs without anything that cannot be seen, as all formats can carry them and all readers read them
     * @param reach whose the place is
     */
    record Cell(List<String> paragraphs, boolean centred, Reach reach) {

        /** Goes on from the cell above. */
        static final Cell ABOVE = new Cell(List.of(), false, Reach.ABOVE);

        /** Goes on from the cell to the left. */
        static final Cell LEFT = new Cell(List.of(), false, Reach.LEFT);

        Cell {
            paragraphs = Texts.paragraphs(paragraphs);
        }

        static Cell of(List<String> paragraphs, boolean centred) {
            return new Cell(paragraphs, centred, Reach.OWN);
        }

        boolean isOwn() {
            return reach == Reach.OWN;
        }

        String text() {
            return String.join("\n", paragraphs);
        }
    }

    /** Whether a place belongs to its own cell or to one that reaches over it. */
    enum Reach {
        OWN,
        ABOVE,
        LEFT
    }

    /** How many rows the cell reaches over, counted in the rows given. */
    static int rowSpan(List<List<Cell>> rows, int row, int column) {
        int span = 1;
        while (row + span < rows.size() && rows.get(row + span).get(column).reach() == Reach.ABOVE) {
            span++;
        }
        return span;
    }

    /** How many columns the cell reaches over. */
    static int columnSpan(List<Cell> row, int column) {
        int span = 1;
        while (column + span < row.size() && row.get(column + span).reach() == Reach.LEFT) {
            span++;
        }
        return span;
    }
}
