package org.supervision.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.tables.read.RowChecks;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.Texts;

/** Finds which goals of a report in prose have become key tasks already, from this document or with the same words. */
@Component
class EarlierPicks {

    private static final Set<String> FIELDS = Set.of("number", "goal", "leadUnit");

    private final ImportStore store;
    private final ImportAssessments assessments;
    private final KeyTasks keyTasks;

    EarlierPicks(ImportStore store, ImportAssessments assessments, KeyTasks keyTasks) {
        this.store = store;
        this.assessments = assessments;
        this.keyTasks = keyTasks;
    }

    /** Marks them as picked, as the key tasks stand now: confirming leaves those unchanged. */
    void mark(TableImport table) {
        if (table.year() == null) {
            return;
        }
        List<KeyTask> stored = keyTasks.of(table.government(), table.year());
        Map<Integer, KeyTask> byNumber =
                stored.stream().collect(Collectors.toMap(KeyTask::number, Function.identity()));
        Map<String, KeyTask> byGoal = stored.stream()
                .collect(Collectors.toMap(task -> Texts.key(task.goal()), Function.identity(), (one, other) -> one));
        Map<Integer, Integer> numbers = numbersByRow(table);
        UnitNames names = assessments.names(table);
        for (StoredRow row : store.rows(table.id())) {
            RowValues values = row.content().values();
            Optional.ofNullable(numbers.get(row.row()))
                    .map(byNumber::get)
                    .or(() -> Optional.ofNullable(byGoal.get(Texts.key(values.goal()))))
                    .ifPresent(task -> store.update(table.id(), picked(row, task, names)));
        }
    }

    /** Numbers that were given to the goals when the same document was taken over before. */
    private Map<Integer, Integer> numbersByRow(TableImport table) {
        Map<Integer, Integer> numbers = new HashMap<>();
        store.confirmedBefore(table).ifPresent(before -> store.rows(before).stream()
                .filter(row -> !row.skipped() && row.content().values().number() != null)
                .forEach(row -> numbers.put(row.row(), row.content().values().number())));
        return numbers;
    }

    private static StoredRow picked(StoredRow row, KeyTask task, UnitNames names) {
        RowValues values = row.content().values();
        RowValues known = new RowValues(
                task.number(),
                task.goal(),
                names.nameOf(task.leadUnit()),
                values.supportingUnits(),
                values.section(),
                values.supervisionPhone(),
                values.quarters(),
                values.verdict(),
                values.progress());
        return new StoredRow(RowChecks.corrected(row.content(), known, FIELDS::contains), false, null, FIELDS);
    }
}
