package org.supervision.tables.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a document.
 *
 * @param year as the title names it, else null
 * @param quarter as the title names it, else null
 * @param newUnits names the directory does not know, in the order of their first appearance, without groups
 * @param columns of the document's tables, from left to right; none if it is no table
 * @param problems those of the document, then those of each row
 */
public record ReadTable(
        Layout layout,
        String title,
        @Nullable Integer year,
        @Nullable Integer quarter,
        List<TableRow> rows,
        List<String> newUnits,
        List<SourceColumn> columns,
        List<TableProblem> problems)
        implements ReadDocument {

    public ReadTable {
        rows = List.copyOf(rows);
        newUnits = List.copyOf(newUnits);
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }
}
