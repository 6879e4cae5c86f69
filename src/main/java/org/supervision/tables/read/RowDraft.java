package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.TableRow.SourceText;

/** The cells of one key task as a layout gathers them, before they are understood. */
final class RowDraft {

    private static final Map<Column, String> FIELDS = new EnumMap<>(Map.of(
            Column.NUMBER, "number",
            Column.GOAL, "goal",
            Column.UNITS, "leadUnit",
            Column.SUPPORTING_UNITS, "supportingUnits",
            Column.SECTION, "section",
            Column.SUPERVISION_PHONE, "supervisionPhone",
            Column.PROGRESS, "progress",
            Column.DONE, "verdict",
            Column.NOT_DONE, "verdict",
            Column.VERDICT, "verdict"));

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

    /** A task whose parts stand anywhere in a text. */
    RowDraft(SourcePosition position, Map<Column, SourceCell> cells) {
        this.position = position;
        this.cells.putAll(cells);
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

    /** Its cells as they are, with the fields that are read from them; blank ones left out. */
    List<SourceText> source() {
        List<SourceText> source = new ArrayList<>();
        FIELDS.forEach((column, field) -> add(source, field, cells.get(column)));
        for (Column quarter : Column.QUARTERS) {
            String field = "quarters." + (Column.QUARTERS.indexOf(quarter) + 1);
            add(source, field + ".milestone", milestones.get(quarter));
            add(source, field + ".actionSteps", actionPlans.get(quarter));
        }
        return source;
    }

    private static void add(List<SourceText> source, String field, @Nullable SourceCell cell) {
        if (cell != null && !cell.isBlank()) {
            source.add(new SourceText(field, cell.text(), cell.position()));
        }
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
