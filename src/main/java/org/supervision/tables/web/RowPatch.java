package org.supervision.tables.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;
import org.supervision.tables.RowAction;
import org.supervision.tables.RowCorrection;
import org.supervision.tables.read.ProblemCode;

/**
 * A correction as it is sent: fields of the row by name, {@code action} ({@code SKIP} leaves the row out, any other takes
 * it back, {@code MERGE} also says that the row means the key task of its number though the goals differ),
 * {@code unitGroups} and {@code unitAliases}. What only the answer states is passed over, so that a row may be sent back
 * as a whole; of its action only what the person has changed counts then.
 */
record RowPatch(Map<String, @Nullable Object> fields) {

    private static final Set<String> ONLY_ANSWERED = Set.of("row", "problems", "changes", "sourceCells");

    RowCorrection correction(ObjectMapper json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(fields);
        values.keySet().removeAll(ONLY_ANSWERED);
        Object action = values.remove("action");
        Object groups = values.remove("unitGroups");
        Object aliases = values.remove("unitAliases");
        RowAction wanted = action == null ? null : read(json, "action", action, new TypeReference<>() {});
        boolean asked = asksForGoal();
        boolean says = asked || !fields.containsKey("problems");
        return new RowCorrection(
                values,
                wanted == null || asked && wanted == RowAction.SKIP ? null : wanted == RowAction.SKIP,
                wanted == RowAction.MERGE && says,
                groups == null
                        ? Map.of()
                        : read(json, "unitGroups", groups, new TypeReference<Map<String, List<String>>>() {}),
                aliases == null
                        ? Map.of()
                        : read(json, "unitAliases", aliases, new TypeReference<Map<String, String>>() {}));
    }

    /** Whether the row is sent back as a whole and was left out only because nobody had said which key task it means. */
    private boolean asksForGoal() {
        return fields.get("problems") instanceof List<?> problems
                && problems.stream()
                        .anyMatch(problem -> problem instanceof Map<?, ?> known
                                && ProblemCode.GOAL_DIFFERS.code().equals(known.get("code")));
    }

    private static <T> T read(ObjectMapper json, String field, Object value, TypeReference<T> type) {
        try {
            return json.convertValue(value, type);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalidField(field, "tables.error.value", field);
        }
    }
}
