package org.supervision.tables.read;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells of one key task as a layout gathers them, before they are understood. */
final class RowDraft {

    private final Map<Column, SourceCell> cells = new EnumMap<>(Column.class);
    private final Map<Column, SourceCell> milestones = new EnumMap<>(Column.class);
    private final Map<Column, SourceCell> actionPlans = new EnumMap<>(Column.class);
    private final Set<ProblemCode> remarks = new LinkedHashSet<>();
    private final SourcePosition position;

    RowDraft(Header header, SourceRow row, Set<Column> columns) {
        position = row.position();
        columns.forEach(column -> cells.put(column, header.cell(row, column)));
        if (row.hidden()) {
            remark(ProblemCode.ROW_HIDDEN);
        }
    }

    SourceCell cell(Column column) {
        return cells.getOrDefault(column, SourceCell.blank(position));
    }

    /** Takes the cells of a row that goes on with this task. */
    void append(Header header, SourceRow row) {
        cells.replaceAll((column, cell) -> {
            SourceCell more = header.cell(row, column);
            return more.addsNothing() ? cell : cell.and(more);
        });
    }

    Map<Column, SourceCell> milestones() {
        return milestones;
    }

    Map<Column, SourceCell> actionPlans() {
        return actionPlans;
    }

    /** Notes a warning about how the row stands in the source. */
    void remark(ProblemCode code) {
        remarks.add(code);
    }

    Set<ProblemCode> remarks() {
        return remarks;
    }

    SourcePosition position() {
        return position;
    }

    /** Everything the row says, for recognising its twin. */
    String key() {
        StringBuilder key = new StringBuilder();
        for (Map<Column, SourceCell> part : List.of(cells, milestones, actionPlans)) {
            part.values().forEach(cell -> key.append(cell.key()).append('|'));
        }
        return key.toString();
    }
}
