package org.supervision.tables.read;

import java.util.List;

/**
 * One key task as a document states it.
 *
 * @param row ordinal from 1
 * @param source the cells the values were read from, as they are
 */
public record TableRow(
        int row, RowValues values, List<SourceText> source, SourcePosition position, List<TableProblem> problems) {

    public TableRow {
        source = List.copyOf(source);
        problems = List.copyOf(problems);
    }

    /** The untouched text of one cell with the field that was read from it. */
    public record SourceText(String field, String text, SourcePosition position) {}
}
