package org.supervision.tables;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
 * Lays a row over the key task that is stored under its number. What the row does not state stays: a result table never
 * takes away the section, the partners or the milestones of other quarters a plan gave, and nothing at all of an issued
 * one. Other white space or width is no difference, nor is where the steps of an action plan that are not numbered end.
 */
record KeyTaskMerge(String government, int year, Layout layout, UnitNames names, boolean planIssued) {

    /** @param row has a number, a goal and a lead unit, unless something is stored to take them from */
    KeyTask merge(RowValues row, @Nullable KeyTask stored) {
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
                supportingUnits(row, stored),
                stated(row.section(), stored == null ? null : stored.section()),
                stated(row.supervisionPhone(), stored == null ? null : stored.supervisionPhone()),
                stored == null ? KeyTaskSource.WORK_REPORT : stored.source(),
                milestones(row, stored),
                stored == null ? 0 : stored.version());
    }

    private static String goal(String goal, @Nullable KeyTask stored) {
        boolean same = stored != null && (goal.isBlank() || sameWording(goal, stored.goal()));
        return same ? stored.goal() : goal;
    }

    private List<SupportingUnit> supportingUnits(RowValues row, @Nullable KeyTask stored) {
        boolean mayBeUnsaid = layout.statesResults() || !layout.isTable();
        if (stored != null && mayBeUnsaid && row.supportingUnits().isEmpty()) {
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

    private List<Milestone> milestones(RowValues row, @Nullable KeyTask stored) {
        List<Milestone> kept = stored == null ? List.of() : stored.milestones();
        if (row.quarters().isEmpty()) {
            return kept;
        }
        List<Milestone> stated = row.quarters().stream()
                .map(quarter -> milestone(quarter, stored))
                .toList();
        if (!layout.statesResults()) {
            return stated;
        }
        return Stream.concat(
                        kept.stream().filter(known -> stated.stream()
                                .noneMatch(milestone -> milestone.quarter() == known.quarter())),
                        stated.stream())
                .sorted(Comparator.comparingInt(Milestone::quarter))
                .toList();
    }

    private static Milestone milestone(PlannedQuarter quarter, @Nullable KeyTask stored) {
        Milestone milestone = new Milestone(quarter.quarter(), quarter.milestone(), quarter.actionSteps());
        return stored == null
                ? milestone
                : stored.milestone(milestone.quarter())
                        .filter(known -> sameWording(known.text(), milestone.text())
                                && sameWording(
                                        String.join("", known.actionSteps()), String.join("", milestone.actionSteps())))
                        .orElse(milestone);
    }

    private static @Nullable String stated(@Nullable String text, @Nullable String stored) {
        return text == null || stored != null && sameWording(text, stored) ? stored : text;
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
