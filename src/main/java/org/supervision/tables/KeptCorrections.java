package org.supervision.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.RowChecks;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.SourcePosition;
import org.supervision.tables.read.TableRow;
import org.supervision.tables.read.TableRow.SourceText;

/** What a person corrected in the rows of a document, laid over the same rows read anew: where the same cells stand behind it. */
final class KeptCorrections {

    private final Map<SourcePosition, StoredRow> before = new LinkedHashMap<>();
    private final CorrectedValues corrected;
    private final List<LostCorrection> lost = new ArrayList<>();

    KeptCorrections(List<StoredRow> rows, ObjectMapper json, UnitNames names) {
        rows.forEach(row -> before.putIfAbsent(row.content().position(), row));
        corrected = new CorrectedValues(json, names);
    }

    StoredRow laidOver(TableRow row) {
        StoredRow old = before.remove(row.position());
        if (old == null) {
            return new StoredRow(row, false, null, Set.of());
        }
        Set<String> kept = old.corrected().stream()
                .filter(field -> texts(old.content(), field).equals(texts(row, field)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> gone = new TreeSet<>(old.corrected());
        gone.removeAll(kept);
        note(old, gone);
        TableRow laid = row;
        if (!kept.isEmpty()) {
            Map<String, @Nullable Object> entered =
                    entered(row.values(), old.content().values(), kept);
            laid = RowChecks.corrected(row, corrected.of(row.values(), entered), entered::containsKey);
        }
        return new StoredRow(laid, old.skipped(), old.acceptedGoal(), kept);
    }

    /** Those of rows that were read anew otherwise, then those of rows there are no more. */
    List<LostCorrection> lost() {
        before.values().forEach(row -> {
            Set<String> gone = new TreeSet<>(row.corrected());
            if (row.skipped()) {
                gone.add("action");
            }
            note(row, gone);
        });
        before.clear();
        return List.copyOf(lost);
    }

    private void note(StoredRow row, Set<String> gone) {
        if (!gone.isEmpty()) {
            lost.add(new LostCorrection(row.row(), row.content().values().number(), gone));
        }
    }

    /** The cells the field was read from. */
    private static List<String> texts(TableRow row, String field) {
        return row.source().stream()
                .filter(cell -> cell.field().equals(field))
                .map(SourceText::text)
                .toList();
    }

    private static Map<String, @Nullable Object> entered(RowValues read, RowValues old, Set<String> fields) {
        Map<String, @Nullable Object> entered = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !field.startsWith("quarters."))
                .forEach(field -> entered.put(field, value(old, field)));
        if (entered.size() < fields.size()) {
            List<PlannedQuarter> quarters = new ArrayList<>();
            for (int quarter = 1; quarter <= 4; quarter++) {
                boolean milestone = fields.contains(PlannedQuarter.milestoneOf(quarter));
                boolean steps = fields.contains(PlannedQuarter.stepsOf(quarter));
                quarters.add(new PlannedQuarter(
                        quarter,
                        (milestone ? old : read).quarter(quarter).milestone(),
                        (steps ? old : read).quarter(quarter).actionSteps()));
            }
            entered.put("quarters", quarters);
        }
        return entered;
    }

    private static @Nullable Object value(RowValues values, String field) {
        return switch (field) {
            case "number" -> values.number();
            case "goal" -> values.goal();
            case "leadUnit" -> values.leadUnit();
            case "supportingUnits" -> values.supportingUnits();
            case "section" -> values.section();
            case "supervisionPhone" -> values.supervisionPhone();
            case "leaderInCharge" -> values.leaderInCharge();
            case "verdict" -> Objects.toString(values.verdict(), null);
            case "progress" -> values.progress();
            case "reportProblems" -> values.reportProblems();
            case "nextSteps" -> values.nextSteps();
            default -> throw new IllegalArgumentException(field);
        };
    }
}
