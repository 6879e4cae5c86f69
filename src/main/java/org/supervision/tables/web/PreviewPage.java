package org.supervision.tables.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.supervision.shared.Slice;
import org.supervision.shared.TextDifference;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.ImportRow.Sameness;
import org.supervision.tables.RowAction;
import org.supervision.tables.TableImport;
import org.supervision.tables.read.Column;
import org.supervision.tables.read.SourceColumn;
import org.supervision.tables.read.TableProblem.Severity;

/**
 * What the page of one import shows.
 *
 * @param problems those the filter asks for, errors first, then questions, then hints
 * @param errors all that keep the import out
 * @param open the row that is looked at; null if none is
 * @param gaps numbers nobody has, in words; empty if there are none
 */
record PreviewPage(
        ImportPreview preview,
        @Nullable RowFilter show,
        List<ProblemLine> problems,
        List<ProblemLine> errors,
        @Nullable OpenRow open,
        Slice<RowLine> rows,
        UnitQuestions units,
        String gaps) {

    /**
     * A problem in the list.
     *
     * @param field the field's name for people
     * @param anchor where on the page the question about a unit is answered
     */
    record ProblemLine(
            int ordinal,
            ProblemView problem,
            @Nullable Integer number,
            @Nullable String field,
            @Nullable String anchor,
            boolean selected) {}

    /**
     * A row in the table.
     *
     * @param changed names of the fields that differ from what is stored
     * @param worst its first problem
     * @param more how many further ones there are
     */
    record RowLine(
            int row,
            @Nullable Integer number,
            String goal,
            @Nullable String leadUnit,
            int supportingUnits,
            RowAction action,
            List<String> changed,
            @Nullable ProblemView worst,
            int more) {}

    /** The row that is looked at: its cells, what was read from them, and what would change. */
    record OpenRow(
            int row,
            @Nullable Integer number,
            String position,
            RowAction action,
            Sameness sameness,
            List<Cell> cells,
            List<FieldGroup> fields,
            List<ProblemView> remarks,
            List<Difference> differences) {

        /** Whether a person left it out; a row that waits for an answer is not written either. */
        public boolean isSkipped() {
            return action == RowAction.SKIP && !isUndecided();
        }

        public boolean isUndecided() {
            return sameness == Sameness.ASKED;
        }
    }

    /**
     * A cell of the document as it is.
     *
     * @param inputs names of the inputs its text was read into, separated by spaces
     * @param severity of what is wrong with it; null if nothing is
     */
    record Cell(String inputs, String label, String position, List<Piece> text, @Nullable Severity severity) {}

    /** A piece of a cell's text, marked if it is what a problem is about. */
    record Piece(String text, boolean marked) {}

    /** One label with its input, or a quarter with two. */
    record FieldGroup(String label, List<Input> inputs) {}

    /**
     * An input with what was sent or read.
     *
     * @param kind {@code line}, {@code unit}, {@code area} or {@code verdict}
     * @param rows height of an area
     * @param error what was wrong with what was sent
     * @param unsaid whether the document has no place for it: left empty, what is stored stays
     */
    record Input(
            String name,
            String label,
            String kind,
            String value,
            int rows,
            @Nullable String error,
            boolean unsaid,
            List<ProblemView> problems) {}

    /** How a field differs from what is stored. */
    record Difference(String field, List<TextDifference.Part> parts) {}

    /** What a column can be read as, in the order of a table. */
    public Column[] fields() {
        return Column.values();
    }

    /** Heads that are read as a person of the government has said. */
    public List<SourceColumn> saidColumns() {
        return table().columns().stream().filter(SourceColumn::said).toList();
    }

    /** Whether somebody should look at the columns: not all are read, or none is. */
    public boolean asksForColumns() {
        return table().columns().stream().anyMatch(column -> column.column() == null && !column.said());
    }

    public TableImport table() {
        return preview.table();
    }

    public long count(String filter) {
        RowFilter wanted = RowFilter.valueOf(filter);
        return switch (wanted) {
            case ERROR, QUESTION, WARNING -> preview.problemCounts().get(Severity.valueOf(filter));
            case CLEAN -> preview.rowsWithoutProblem();
            default -> preview.actionCounts().get(RowAction.valueOf(filter));
        };
    }

    /** The address of the page with this filter and row; null asks for none. */
    static UriComponentsBuilder address(String id, @Nullable RowFilter show, @Nullable Integer row) {
        return UriComponentsBuilder.fromPath("/imports/" + id)
                .queryParamIfPresent("show", Optional.ofNullable(show))
                .queryParamIfPresent("row", Optional.ofNullable(row));
    }

    /** The page with the filter it has and this row; null asks for none. */
    public String withRow(@Nullable Integer row) {
        return address(table().id(), show, row)
                .queryParamIfPresent("page", Optional.of(rows.page()).filter(number -> row != null && number > 0))
                .toUriString();
    }

    /** The page with this filter, or without any if it has this one. */
    public String filtered(String filter) {
        RowFilter wanted = RowFilter.valueOf(filter);
        return address(table().id(), wanted == show ? null : wanted, null).toUriString();
    }

    /** How many rows wait for the answer whether they mean the key task of their number; confirming leaves them out. */
    public int undecided() {
        return preview.differing(Sameness.ASKED).size();
    }

    /** How many rows somebody has given that answer for. */
    public int decided() {
        return preview.differing(Sameness.CONFIRMED).size();
    }

    /** How many rows confirming writes. */
    public long toWrite() {
        return count("CREATE") + count("MERGE");
    }
}
