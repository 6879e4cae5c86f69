package org.supervision.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supervision.workflow.FormValues;

/**
 * What a lead unit reports on its key task for one quarter.
 *
 * @param progress narrative, one paragraph a line
 * @param indicatorValues current value by indicator id
 */
public record ReportContent(
        Verdict verdict,
        String progress,
        Map<String, BigDecimal> indicatorValues,
        @Nullable String problems,
        @Nullable String nextSteps) {

    /** Typed values of a list of indicators by their id, whether it is kept as rows or as pairs; blank ones are left out. */
    public static Map<String, String> typedValues(@Nullable Object list) {
        Map<String, String> typed = new LinkedHashMap<>();
        if (list instanceof Map<?, ?> pairs) {
            pairs.forEach((id, value) -> typed.put(String.valueOf(id), Objects.toString(value, "")));
        } else if (list instanceof List<?> rows) {
            for (Object each : rows) {
                if (each instanceof Map<?, ?> row) {
                    typed.put(String.valueOf(row.get("indicatorId")), Objects.toString(row.get("value"), ""));
                }
            }
        }
        typed.values().removeIf(String::isBlank);
        return typed;
    }

    /** The number that was typed; null if it is none or longer than any figure. */
    public static @Nullable BigDecimal number(String typed) {
        return typed.strip().matches("-?\\d{1,15}(\\.\\d{1,9})?") ? new BigDecimal(typed.strip()) : null;
    }

    /** The values entered in a form's list of indicators, by the id of each; one left blank has none. */
    public static Map<String, BigDecimal> indicatorValues(FormValues form) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        form.list("indicatorValues")
                .forEach(row -> row.number("value").ifPresent(value -> values.put(row.text("indicatorId"), value)));
        return values;
    }
}
