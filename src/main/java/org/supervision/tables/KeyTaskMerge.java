package org.supervision.tables;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskSource;
import org.supervision.keytask.Milestone;
import org.supervision.keytask.SupportingUnit;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.Texts;

/**
 * Lays a row over the key task that is stored under its number. What the row does not state stays: a column the document
 * lacks says nothing, only an empty cell takes a value away, and a result table not even by that: it never takes anything
 * a plan gave, and nothing at all of an issued one. Other white space or width is no difference, nor is where the steps of an action plan that are not numbered end.
 */
record KeyTaskMerge(String government, int year, Layout layout, UnitNames names, boolean planIssued) {

    /**
     * @param row has a number, a goal and a lead unit, unless something is stored to take them from
     * @param stated its fields that the document has a place for
     */
    KeyTask merge(RowValues row, Set<String> stated, @Nullable KeyTask stored) {
        if (stored != null && planIssued && layout.statesResults()) {
            return stored;
        }
        int number = stored == null ? row.number() : stored.number();
        return new KeyTask(
                KeyTask.id(government, year, number),
                government,
                year,
                number,
                goal(row.goal(), stored),
                row.leadUnit() == null && stored != null ? stored.leadUnit() : names.leadUnit(row.leadUnit()),
                supportingUnits(row, stated, stored),
                text(row.section(), takesAway("section", stated), stored == null ? null : stored.section()),
                text(
                        row.supervisionPhone(),
                        takesAway("supervisionPhone", stated),
                        stored == null ? null : stored.supervisionPhone()),
                stored == null ? KeyTaskSource.WORK_REPORT : stored.source(),
                milestones(row, stated, stored),
                stored == null ? 0 : stored.version());
    }

    private static String goal(String goal, @Nullable KeyTask stored) {
        boolean same = stored != null && (goal.isBlank() || sameWording(goal, stored.goal()));
        return same ? stored.goal() : goal;
    }

    /** Whether an empty value of the field is one. */
    private boolean takesAway(String field, Set<String> stated) {
        return !layout.statesResults() && stated.contains(field);
    }

    private List<SupportingUnit> supportingUnits(RowValues row, Set<String> stated, @Nullable KeyTask stored) {
        if (stored != null && row.supportingUnits().isEmpty() && !takesAway("supportingUnits", stated)) {
            return stored.supportingUnits();
        }
        return row.supportingUnits().stream()
                .map(text -> supportingUnit(text, stored))
                .toList();
    }

    private SupportingUnit supportingUnit(String text, @Nullable KeyTask stored) {
        SupportingUnit unit = new SupportingUnit(text, names.unitsOf(text));
        return stored == null
                ? unit
                : stored.supportingUnits().stream()
                        .filter(known -> sameWording(known.text(), text)
                                && known.unitCodes().equals(unit.unitCodes()))
                        .findFirst()
                        .orElse(unit);
    }

    private List<Milestone> milestones(RowValues row, Set<String> stated, @Nullable KeyTask stored) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(quarter -> milestone(row.quarter(quarter), stated, stored))
                .toList();
    }

    private Milestone milestone(PlannedQuarter planned, Set<String> stated, @Nullable KeyTask stored) {
        int quarter = planned.quarter();
        Milestone known = stored == null ? null : stored.milestone(quarter).orElse(null);
        if (known == null) {
            return new Milestone(quarter, planned.milestone(), planned.actionSteps());
        }
        boolean sameSteps = planned.actionSteps().isEmpty() && !takesAway(PlannedQuarter.stepsOf(quarter), stated)
                || sameWording(String.join("", planned.actionSteps()), String.join("", known.actionSteps()));
        boolean sameText = planned.milestone().isEmpty() && !takesAway(PlannedQuarter.milestoneOf(quarter), stated)
                || sameWording(planned.milestone(), known.text());
        return new Milestone(
                quarter,
                sameText ? known.text() : planned.milestone(),
                sameSteps ? known.actionSteps() : planned.actionSteps());
    }

    private static @Nullable String text(@Nullable String text, boolean takenAway, @Nullable String stored) {
        boolean same =
                stored != null && (text == null ? !takenAway || sameWording("", stored) : sameWording(text, stored));
        return same ? stored : text;
    }

    /** Whether the paragraphs are the same one by one; blank ones do not count. */
    static boolean sameWording(List<String> one, List<String> other) {
        return keys(one).equals(keys(other));
    }

    static boolean sameWording(String one, String other) {
        return Texts.key(one).equals(Texts.key(other));
    }

    private static List<String> keys(List<String> paragraphs) {
        return paragraphs.stream().map(Texts::key).filter(key -> !key.isEmpty()).toList();
    }
}
