package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.TableRow.SourceText;

/** The cells of one key task as a layout gathers them, before they are understood. */
final class RowDraft {

    private static final Map<Column, String> FIELDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Column.NUMBER, "number"),
            Map.entry(Column.GOAL, "goal"),
            Map.entry(Column.UNITS, "leadUnit"),
            Map.entry(Column.SUPPORTING_UNITS, "supportingUnits"),
            Map.entry(Column.SECTION, "section"),
            Map.entry(Column.SUPERVISION_PHONE, "supervisionPhone"),
            Map.entry(Column.LEADER_IN_CHARGE, "leaderInCharge"),
            Map.entry(Column.PROGRESS, "progress"),
            Map.entry(Column.PROBLEMS, "reportProblems"),
            Map.entry(Column.NEXT_STEPS, "nextSteps"),
            Map.entry(Column.DONE, "verdict"),
            Map.entry(Column.NOT_DONE, "verdict"),
            Map.entry(Column.VERDICT, "verdict")));

    private final Map<Column, SourceCell> cells = new EnumMap<>(Column.class);
    private final Map<Column, SourceCell> milestones = new EnumMap<>(Column.class);
    private final Map<Column, SourceCell> actionPlans = new EnumMap<>(Column.class);
    private final ProgressParts progress = new ProgressParts();
    private final Set<ProblemCode> remarks = new LinkedHashSet<>();
    private final Map<SourcePosition, String> blanks = new LinkedHashMap<>();
    private final SourcePosition position;
    private final boolean partners;

    RowDraft(Header header, SourceRow row, Set<Column> columns) {
        position = row.position();
        partners = header.partners();
        columns.stream()
                .filter(header.columns()::containsKey)
                .forEach(column -> cells.put(column, noted(column, header.cell(row, column))));
        if (columns.contains(Column.PROGRESS)) {
            progress.begin(header, row);
        }
        if (row.hidden()) {
            remark(ProblemCode.ROW_HIDDEN);
        }
    }

    /**
     * A task whose parts stand anywhere in a text.
     *
     * @param partners whether its units are not the lead alone
     */
    RowDraft(SourcePosition position, Map<Column, SourceCell> cells, boolean partners) {
        this.position = position;
        this.partners = partners;
        this.cells.putAll(cells);
    }

    /** Whether there is a place for it, be it empty. */
    boolean states(Column column) {
        return cells.containsKey(column);
    }

    SourceCell cell(Column column) {
        return cells.getOrDefault(column, SourceCell.blank(position));
    }

    /** Its progress, each paragraph of a partner's with who says it. */
    List<String> progress() {
        return progress.isShared()
                ? progress.paragraphs()
                : cell(Column.PROGRESS).paragraphs();
    }

    /** Takes the cells of a row in which another unit of this task may speak. */
    void appendUnit(Header header, SourceRow row) {
        append(header, row);
        progress.goOn(header, row);
    }

    /** Takes the cells of a row that goes on with this task. */
    void append(Header header, SourceRow row) {
        cells.replaceAll((column, cell) -> {
            SourceCell more = noted(column, header.cell(row, column));
            return more.addsNothing() ? cell : cell.and(more);
        });
    }

    private SourceCell noted(Column column, SourceCell cell) {
        if (cell.isBlank() && FIELDS.containsKey(column)) {
            blanks.put(cell.position(), FIELDS.get(column));
        }
        return cell;
    }

    /** Where nothing is written, with the fields that would be read from there. */
    Map<SourcePosition, String> blanks() {
        Map<SourcePosition, String> all = new LinkedHashMap<>(blanks);
        milestones.forEach((quarter, cell) -> note(PlannedQuarter.milestoneOf(number(quarter)), cell, all));
        actionPlans.forEach((quarter, cell) -> note(PlannedQuarter.stepsOf(number(quarter)), cell, all));
        return all;
    }

    private static void note(String field, SourceCell cell, Map<SourcePosition, String> blanks) {
        if (cell.isBlank()) {
            blanks.put(cell.position(), field);
        }
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
            add(source, PlannedQuarter.milestoneOf(number(quarter)), milestones.get(quarter));
            add(source, PlannedQuarter.stepsOf(number(quarter)), actionPlans.get(quarter));
        }
        return source;
    }

    /** The fields there is a place for, be it empty. */
    Set<String> stated() {
        Set<String> stated = new TreeSet<>();
        cells.keySet().stream().filter(FIELDS::containsKey).map(FIELDS::get).forEach(stated::add);
        if (partners && cells.containsKey(Column.UNITS)) {
            stated.add("supportingUnits");
        }
        milestones.keySet().forEach(column -> stated.add(PlannedQuarter.milestoneOf(number(column))));
        actionPlans.keySet().forEach(column -> stated.add(PlannedQuarter.stepsOf(number(column))));
        return stated;
    }

    private static int number(Column quarter) {
        return Column.QUARTERS.indexOf(quarter) + 1;
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
