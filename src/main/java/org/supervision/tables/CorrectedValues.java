package org.supervision.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.UnitDirectory;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;

/** Lays what a person enters over the values of a row. */
final class CorrectedValues {

    private static final Set<String> FIELDS = Arrays.stream(RowValues.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toUnmodifiableSet());

    private final ObjectMapper json;
    private final UnitNames names;

    CorrectedValues(ObjectMapper json, UnitNames names) {
        this.json = json;
        this.names = names;
    }

    /** The values with those entered in place of the old ones. */
    RowValues of(RowValues values, Map<String, @Nullable Object> entered) {
        ObjectNode all = json.valueToTree(values);
        entered.forEach((field, value) -> {
            if (!FIELDS.contains(field)) {
                throw DomainException.invalidField(field, "tables.error.unknown-field", field);
            }
            JsonNode tree = json.valueToTree(value == null ? emptyOf(field) : value);
            tree.forEach(element -> {
                if (element.isNull()) {
                    throw DomainException.invalidField(field, "tables.error.value", field);
                }
            });
            all.set(field, tree);
        });
        all.withArray("quarters").forEach(CorrectedValues::complete);
        try {
            return tidied(json.treeToValue(all, RowValues.class));
        } catch (JsonMappingException e) {
            String field = e.getPath().isEmpty()
                    ? ""
                    : String.valueOf(e.getPath().get(0).getFieldName());
            throw DomainException.invalidField(field, "tables.error.value", field);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void complete(JsonNode quarter) {
        if (quarter instanceof ObjectNode object) {
            if (!object.hasNonNull("milestone")) {
                object.put("milestone", "");
            }
            if (!object.hasNonNull("actionSteps")) {
                object.putArray("actionSteps");
            }
        }
    }

    private static @Nullable Object emptyOf(String field) {
        return switch (field) {
            case "goal" -> "";
            case "supportingUnits", "quarters", "progress" -> List.of();
            default -> null;
        };
    }

    private RowValues tidied(RowValues values) {
        String lead = blankToNull(values.leadUnit());
        return new RowValues(
                values.number(),
                values.goal().strip(),
                lead == null ? null : unit("leadUnit", lead),
                supportingUnits(values.supportingUnits(), lead),
                blankToNull(values.section()),
                blankToNull(values.supervisionPhone()),
                quarters(values.quarters()),
                values.verdict(),
                lines(values.progress()),
                blankToNull(values.leaderInCharge()),
                blankToNull(values.reportProblems()),
                blankToNull(values.nextSteps()));
    }

    private String unit(String field, String nameOrCode) {
        if (names.isUnknownCode(nameOrCode)) {
            throw DomainException.invalidField(field, "tables.error.not-a-unit", nameOrCode);
        }
        return names.isNew(nameOrCode) ? nameOrCode.strip() : names.nameOf(nameOrCode);
    }

    private List<String> supportingUnits(List<String> entered, @Nullable String lead) {
        Map<String, String> units = new LinkedHashMap<>();
        lines(entered).stream()
                .map(name -> unit("supportingUnits", name))
                .forEach(name -> units.putIfAbsent(UnitDirectory.key(name), name));
        if (lead != null) {
            units.remove(UnitDirectory.key(unit("leadUnit", lead)));
        }
        return List.copyOf(units.values());
    }

    private static List<PlannedQuarter> quarters(List<PlannedQuarter> entered) {
        List<PlannedQuarter> quarters = new ArrayList<>();
        Set<Integer> left = new HashSet<>(Set.of(1, 2, 3, 4));
        for (PlannedQuarter quarter : entered) {
            if (!left.remove(quarter.quarter())) {
                throw DomainException.invalidField("quarters", "tables.error.quarters");
            }
            String milestone = quarter.milestone().strip();
            List<String> steps = lines(quarter.actionSteps());
            if (!milestone.isEmpty() || !steps.isEmpty()) {
                quarters.add(new PlannedQuarter(quarter.quarter(), milestone, steps));
            }
        }
        quarters.sort(Comparator.comparing(PlannedQuarter::quarter));
        return quarters;
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What differs, for the audit trail, each field under the row's number. */
    Map<String, Change> changes(int row, RowValues before, RowValues after) {
        ObjectNode old = json.valueToTree(before);
        ObjectNode corrected = json.valueToTree(after);
        return Stream.of(FIELDS.toArray(String[]::new))
                .sorted()
                .filter(field -> !old.get(field).equals(corrected.get(field)))
                .collect(Collectors.toMap(
                        field -> "rows." + row + "." + field,
                        field -> new Change(
                                old.get(field).toString(), corrected.get(field).toString())));
    }
}
