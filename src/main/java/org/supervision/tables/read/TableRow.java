package org.supervision.tables.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One key task as a document states it.
 *
 * @param row ordinal from 1
 * @param source the cells the values were read from, as they are
 * @param stated fields the source has a place for, be it empty; of the others it says nothing
 */
public record TableRow(
        int row,
        RowValues values,
        List<SourceText> source,
        SourcePosition position,
        List<TableProblem> problems,
        Set<String> stated) {

    public TableRow {
        source = List.copyOf(source);
        problems = List.copyOf(problems);
        stated = Set.copyOf(stated);
    }

    /** Where the field was read from; where the row begins if nothing was. */
    public SourcePosition position(@Nullable String field) {
        return source.stream()
                .filter(cell -> cell.field().equals(field))
                .map(SourceText::position)
                .findFirst()
                .orElse(position);
    }

    /** Whether the row says something of the field, be it that it is empty. */
    public boolean states(String field, List<String> value) {
        return !value.isEmpty() || stated.contains(field);
    }

    /** The row with what a person enters: a field that is changed is stated by that, though the source lacks it. */
    TableRow with(RowValues entered, List<TableProblem> found) {
        Set<String> all = new TreeSet<>(stated);
        all.addAll(entered.differingFrom(values));
        return new TableRow(row, entered, source, position, found, all);
    }

    /** The untouched text of one cell with the field that was read from it. */
    public record SourceText(String field, String text, SourcePosition position) {}
}
