package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.HeadedTables.HeadedTable;

/** Rows of which two make a key task, one with its milestones and one with its action plans. */
final class GridRows {

    private static final Pattern NO_TASK = Words.pattern("no task");

    private final List<RowDraft> drafts = new ArrayList<>();
    private final Set<Column> columns;
    private final HeaderNames names;
    private final Problems problems;
    private @Nullable Pending pending;

    private GridRows(Set<Column> columns, HeaderNames names, Problems problems) {
        this.columns = columns;
        this.names = names;
        this.problems = problems;
    }

    /** @param columns what a task has once, beside its quarters */
    static List<RowDraft> read(HeadedTables tables, Set<Column> columns) {
        GridRows rows = new GridRows(columns, tables.names(), tables.problems());
        for (HeadedTable table : tables.tables()) {
            table.body().forEach(row -> rows.read(table.header(), row));
        }
        rows.giveUpPending();
        return rows.drafts;
    }

    private void read(Header header, SourceRow row) {
        Map<Column, SourceCell> quarters = new EnumMap<>(Column.class);
        header.those(Column.QUARTERS).forEach(quarter -> quarters.put(quarter, header.cell(row, quarter)));
        SourceCell label = header.cell(row, Column.ROW_KIND);
        RowKind kind = RowKind.of(label).orElse(null);
        // Whatever such a row says, the number of the task above reaches over it.
        boolean belongsAbove = header.cell(row, Column.NUMBER).covered();
        if (row.rest() && label.isBlank() && !drafts.isEmpty()) {
            goOn(header, row, quarters);
        } else if (!belongsAbove && !isAwaited(header, row, kind) && isEchoOfHeader(header, row)) {
            problems.add(null, ProblemCode.HEADER_ECHO, join(row), row.position());
        } else if (NO_TASK.matcher(row.cells().get(0).key()).matches()
                || !belongsAbove && row.written().size() == 1) {
            problems.add(null, ProblemCode.ROW_IGNORED, join(row), row.position());
        } else if (isNumbered(header, row)) {
            begin(new RowDraft(header, row, columns), kind, quarters, label);
        } else if (kind == null) {
            problems.add(null, ProblemCode.ROW_UNASSIGNED, join(row), row.position());
        } else {
            goOn(header, new Pending(kind, quarters, row));
        }
    }

    /** A task begins; a row that was waiting belongs to it if it lacks just that row. */
    private void begin(RowDraft draft, @Nullable RowKind kind, Map<Column, SourceCell> quarters, SourceCell label) {
        drafts.add(draft);
        if (kind == null) {
            problems.add(null, ProblemCode.LABEL_UNKNOWN, label.joined(), label.position(), label.joined());
        } else {
            kind.of(draft).putAll(quarters);
        }
        if (pending != null && pending.kind.of(draft).isEmpty()) {
            pending.kind.of(draft).putAll(pending.quarters);
            draft.remark(ProblemCode.ROW_ORDER_INVERTED);
            pending = null;
        } else if (pending != null && same(pending.kind.of(draft), pending.quarters)) {
            problems.add(null, ProblemCode.DUPLICATE_ROW, join(pending.row), pending.row.position());
            pending = null;
        }
        giveUpPending();
    }

    /** A row without number: the second row of the task above, its twin, or the first row of the task below. */
    private void goOn(Header header, Pending row) {
        RowDraft above = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
        boolean merged = header.cell(row.row, Column.NUMBER).covered();
        if (above != null && row.kind.of(above).isEmpty()) {
            row.kind.of(above).putAll(row.quarters);
            above.append(header, row.row);
        } else if (above != null && row.writesQuarters() && same(row.kind.of(above), row.quarters)) {
            problems.add(null, ProblemCode.DUPLICATE_ROW, join(row.row), row.row.position());
        } else if (above != null && merged) {
            row.kind.of(above).replaceAll((quarter, cell) -> {
                SourceCell more = row.quarters.get(quarter);
                return more.addsNothing() ? cell : cell.and(more);
            });
            above.append(header, row.row);
            above.remark(ProblemCode.ROW_CONTINUED);
        } else {
            giveUpPending();
            pending = row;
        }
    }

    /** The rest of a row that a page's end has broken. */
    private void goOn(Header header, SourceRow rest, Map<Column, SourceCell> quarters) {
        RowDraft above = drafts.get(drafts.size() - 1);
        RowKind kind = above.actionPlans().isEmpty() ? RowKind.MILESTONE : RowKind.ACTION_PLAN;
        kind.of(above).replaceAll((quarter, cell) -> cell.and(quarters.get(quarter)));
        above.append(header, rest);
    }

    private void giveUpPending() {
        if (pending != null) {
            problems.add(null, ProblemCode.ROW_UNASSIGNED, join(pending.row), pending.row.position());
            pending = null;
        }
    }

    private static boolean isNumbered(Header header, SourceRow row) {
        return !header.cell(row, Column.NUMBER).addsNothing()
                || !header.cell(row, Column.GOAL).addsNothing()
                        && !header.cell(row, Column.UNITS).addsNothing();
    }

    /** The row the task above still lacks, whatever its cells say: where no cell can reach over it, its number is blank. */
    private boolean isAwaited(Header header, SourceRow row, @Nullable RowKind kind) {
        return kind != null
                && !drafts.isEmpty()
                && kind.of(drafts.get(drafts.size() - 1)).isEmpty()
                && header.cell(row, Column.NUMBER).isBlank()
                && header.cell(row, Column.GOAL).isBlank();
    }

    /** A row that only repeats words of the header or kinds of rows, under each quarter no other column's. */
    private boolean isEchoOfHeader(Header header, SourceRow row) {
        return row.written().stream()
                        .allMatch(cell -> names.columnOf(cell.text()).isPresent()
                                || RowKind.of(cell).isPresent())
                && header.those(Column.QUARTERS).stream().noneMatch(quarter -> names.columnOf(
                                header.cell(row, quarter).text())
                        .filter(head -> head != quarter)
                        .isPresent());
    }

    private static boolean same(Map<Column, SourceCell> one, Map<Column, SourceCell> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream()
                        .allMatch(quarter ->
                                one.get(quarter).key().equals(other.get(quarter).key()));
    }

    private static String join(SourceRow row) {
        return String.join(" ", row.written().stream().map(SourceCell::joined).toList());
    }

    /** A row without number that may belong to the task below it. */
    private record Pending(RowKind kind, Map<Column, SourceCell> quarters, SourceRow row) {

        /** Whether it says something about a quarter itself: cells that reach over it from above repeat nothing. */
        boolean writesQuarters() {
            return quarters.values().stream().anyMatch(cell -> !cell.covered());
        }
    }
}
