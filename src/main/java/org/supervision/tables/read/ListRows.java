package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.supervision.tables.read.HeadedTables.HeadedTable;

/** Rows of which each is a key task, goes on with the one above, or is none: a heading, a total, a note. */
final class ListRows {

    private static final Pattern NO_TASK = Words.pattern("no task");
    private static final Pattern HEADING = Words.pattern("heading");
    private static final Pattern ORDINAL = Words.pattern("ordinal");
    private static final int MOST_CELLS_OF_A_HEADING = 2;

    private ListRows() {}

    /** @param columns what a task has once, beside its quarters */
    static List<RowDraft> read(HeadedTables tables, Set<Column> columns) {
        List<RowDraft> drafts = new ArrayList<>();
        for (HeadedTable table : tables.tables()) {
            table.body().forEach(row -> read(table.header(), row, columns, drafts, tables.problems()));
        }
        return drafts;
    }

    private static void read(
            Header header, SourceRow row, Set<Column> columns, List<RowDraft> drafts, Problems problems) {
        SourceCell number = header.cell(row, Column.NUMBER);
        SourceCell goal = header.cell(row, Column.GOAL);
        if (row.rest() && !drafts.isEmpty()) {
            goOn(header, row, last(drafts));
        } else if (isNoTask(row, number) || isHeading(row, number, goal)) {
            problems.add(null, ProblemCode.ROW_IGNORED, text(row), row.position());
        } else if (!drafts.isEmpty() && (number.covered() || number.isBlank() && goesOn(header, row))) {
            SourceCell detail = header.partsFurther(row);
            if (detail != null && !header.cell(row, Column.UNITS).addsNothing()) {
                problems.add("columns", ProblemCode.TASK_PARTED, text(row), row.position(), detail.joined());
                return;
            }
            last(drafts).appendUnit(header, row);
            addQuarters(header, row, last(drafts));
            last(drafts).remark(ProblemCode.ROW_CONTINUED);
        } else if (number.isBlank() && goal.isBlank()) {
            row.written().stream()
                    .findFirst()
                    .ifPresent(cell -> problems.add(null, ProblemCode.ROW_IGNORED, cell.joined(), row.position()));
        } else {
            RowDraft draft = new RowDraft(header, row, columns);
            draft.milestones().putAll(quarters(header, row));
            drafts.add(draft);
        }
    }

    /**
     * A row without number says more of the task above, or names another unit with its progress. One with a goal of its
     * own that says more than that, or for which the unit above stands, too, is another task.
     */
    private static boolean goesOn(Header header, SourceRow row) {
        SourceCell units = header.cell(row, Column.UNITS);
        if (header.cell(row, Column.GOAL).addsNothing()) {
            return units.addsNothing() || !header.cell(row, Column.PROGRESS).addsNothing();
        }
        return units.isBlank()
                && header.columns().entrySet().stream()
                        .filter(column -> column.getKey() != Column.GOAL)
                        .flatMap(column -> column.getValue().stream())
                        .allMatch(index -> header.at(row, index).addsNothing());
    }

    private static boolean isNoTask(SourceRow row, SourceCell number) {
        List<SourceCell> written = row.written();
        return NO_TASK.matcher(row.cells().get(0).key()).matches() || written.size() == 1 && written.get(0) == number;
    }

    /** The name of a chapter, alone in its row or behind an ordinal in words. */
    private static boolean isHeading(SourceRow row, SourceCell number, SourceCell goal) {
        List<SourceCell> written = row.written();
        if (written.size() > MOST_CELLS_OF_A_HEADING || number.covered()) {
            return false;
        }
        boolean ordinal = ORDINAL.matcher(number.key()).matches();
        return written.size() == 1 && HEADING.matcher(written.get(0).key()).lookingAt()
                || written.size() == 2 && ordinal && written.get(0) == number && written.get(1) == goal;
    }

    private static void goOn(Header header, SourceRow row, RowDraft above) {
        above.append(header, row);
        addQuarters(header, row, above);
    }

    private static void addQuarters(Header header, SourceRow row, RowDraft above) {
        quarters(header, row).forEach((quarter, cell) -> {
            if (!cell.addsNothing()) {
                above.milestones().merge(quarter, cell, SourceCell::and);
            }
        });
    }

    private static Map<Column, SourceCell> quarters(Header header, SourceRow row) {
        Map<Column, SourceCell> quarters = new EnumMap<>(Column.class);
        header.those(Column.QUARTERS).forEach(quarter -> quarters.put(quarter, header.cell(row, quarter)));
        return quarters;
    }

    private static RowDraft last(List<RowDraft> drafts) {
        return drafts.get(drafts.size() - 1);
    }

    private static String text(SourceRow row) {
        return String.join(" ", row.written().stream().map(SourceCell::joined).toList());
    }
}
