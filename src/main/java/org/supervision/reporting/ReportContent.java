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
 * @param subItemValues likewise of the sub-items the lead reports itself
 */
public record ReportContent(
        Verdict verdict,
        String progress,
        Map<String, BigDecimal> indicatorValues,
        Map<String, BigDecimal> subItemValues,
        @Nullable String problems,
        @Nullable String nextSteps) {

    /** Column of a form's list of indicators, or of sub-items, that tells which one it is. */
    public static final String INDICATOR = "indicatorId";

    public static final String SUB_ITEM = "subItemId";

    /** Typed values of a list by the id of its rows, whether it is kept as rows or as pairs; blank ones are left out. */
    public static Map<String, String> typedValues(@Nullable Object list, String id) {
        Map<String, String> typed = new LinkedHashMap<>();
        if (list instanceof Map<?, ?> pairs) {
            pairs.forEach((key, value) -> typed.put(String.valueOf(key), Objects.toString(value, "")));
        } else if (list instanceof List<?> rows) {
            for (Object each : rows) {
                if (each instanceof Map<?, ?> row) {
                    typed.put(String.valueOf(row.get(id)), Objects.toString(row.get("value"), ""));
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
        return values(form, "indicatorValues", INDICATOR);
    }

    /** The values entered in a form's list of sub-items, likewise. */
    public static Map<String, BigDecimal> subItemValues(FormValues form) {
        return values(form, "subItemValues", SUB_ITEM);
    }

    private static Map<String, BigDecimal> values(FormValues form, String list, String id) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        form.list(list).forEach(row -> row.number("value").ifPresent(value -> values.put(row.text(id), value)));
        return values;
    }
}
