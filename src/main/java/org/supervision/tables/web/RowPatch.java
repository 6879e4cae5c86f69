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

/**
 * A correction as it is sent: fields of the row by name, {@code action} ({@code SKIP} leaves the row out, any other takes
 * it back), {@code unitGroups} and {@code unitAliases}. What only the answer states is passed over, so that a row may be
 * sent back as a whole.
 */
record RowPatch(Map<String, @Nullable Object> fields) {

    private static final Set<String> ONLY_ANSWERED = Set.of("row", "problems", "changes", "sourceCells");

    RowCorrection correction(ObjectMapper json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(fields);
        values.keySet().removeAll(ONLY_ANSWERED);
        Object action = values.remove("action");
        Object groups = values.remove("unitGroups");
        Object aliases = values.remove("unitAliases");
        return new RowCorrection(
                values,
                action == null
                        ? null
                        : read(json, "action", action, new TypeReference<RowAction>() {}) == RowAction.SKIP,
                groups == null
                        ? Map.of()
                        : read(json, "unitGroups", groups, new TypeReference<Map<String, List<String>>>() {}),
                aliases == null
                        ? Map.of()
                        : read(json, "unitAliases", aliases, new TypeReference<Map<String, String>>() {}));
    }

    private static <T> T read(ObjectMapper json, String field, Object value, TypeReference<T> type) {
        try {
            return json.convertValue(value, type);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalidField(field, "tables.error.value", field);
        }
    }
}
