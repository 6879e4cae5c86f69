package org.supervision.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a correction of a published table changed: which key tasks and what of them, never what they said.
 *
 * @param number 1 for the first correction
 * @param changes by number of the key task
 */
public record CorrectionNote(int number, Instant signedAt, List<Change> changes) {

    /** What can be corrected in a row. */
    public enum Field {
        LEFT_OUT,
        ADDED,
        PLAN,
        PROGRESS,
        OUTCOME
    }

    /** A key task and what of it was corrected, in the order of the table's columns. */
    public record Change(int number, Set<Field> fields) {}

    static CorrectionNote between(Publication before, Publication after) {
        Map<Integer, ResultRow> rows = byNumber(after);
        Map<Integer, Change> changes = new TreeMap<>();
        byNumber(before).forEach((number, row) -> note(changes, number, row, rows.get(number)));
        rows.forEach((number, row) -> {
            if (before.rows().stream().noneMatch(old -> old.number() == number)) {
                note(changes, number, null, row);
            }
        });
        return new CorrectionNote(after.number() - 1, after.signedAt(), new ArrayList<>(changes.values()));
    }

    private static Map<Integer, ResultRow> byNumber(Publication publication) {
        return publication.rows().stream().collect(Collectors.toMap(ResultRow::number, Function.identity()));
    }

    private static void note(
            Map<Integer, Change> changes, int number, @Nullable ResultRow before, @Nullable ResultRow after) {
        Set<Field> fields = new LinkedHashSet<>();
        if (after == null) {
            fields.add(Field.LEFT_OUT);
        } else if (before == null) {
            fields.add(Field.ADDED);
        } else {
            if (!before.goal().equals(after.goal())
                    || !before.leadUnit().equals(after.leadUnit())
                    || !before.supportingUnits().equals(after.supportingUnits())
                    || !before.adjustments().equals(after.adjustments())) {
                fields.add(Field.PLAN);
            }
            if (!before.progress().equals(after.progress()) || before.withheld() != after.withheld()) {
                fields.add(Field.PROGRESS);
            }
            if (before.outcome() != after.outcome() || before.verdict() != after.verdict()) {
                fields.add(Field.OUTCOME);
            }
        }
        if (!fields.isEmpty()) {
            changes.put(number, new Change(number, fields));
        }
    }
}
