package org.supervision.tables;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.SourcePosition;
import org.supervision.tables.read.TableProblem;
import org.supervision.tables.read.TableRow.SourceText;

/**
 * A row of an import with what confirming would do.
 *
 * @param row ordinal in the document from 1
 * @param values as read, or as corrected
 * @param source the cells as they are in the document
 * @param stated fields the document has a place for, or a person entered
 * @param problems still open; none for a skipped row
 * @param changes taking the row over makes to the stored key task and its recorded result, by field, with names of units
 * @param sameness whether its goal reads as the one stored under its number
 */
public record ImportRow(
        int row,
        RowValues values,
        List<SourceText> source,
        SourcePosition position,
        Set<String> stated,
        RowAction action,
        List<TableProblem> problems,
        Map<String, Change> changes,
        Sameness sameness) {

    /** What is known of a row whose number is taken: the goals read alike, nobody has said yet, or somebody has. */
    public enum Sameness {
        PLAIN,
        ASKED,
        CONFIRMED
    }

    /** Whether the document says nothing of the field, not even that it is empty. */
    public boolean leavesOpen(String field) {
        return !stated.contains(field);
    }

    public boolean has(TableProblem.Severity severity) {
        return problems.stream().anyMatch(problem -> problem.severity() == severity);
    }
}
