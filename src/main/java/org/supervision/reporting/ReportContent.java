package org.supervision.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** The values entered in a form's list of indicators, by the id of each; one left blank has none. */
    public static Map<String, BigDecimal> indicatorValues(FormValues form) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        form.list("indicatorValues")
                .forEach(row -> row.number("value").ifPresent(value -> values.put(row.text("indicatorId"), value)));
        return values;
    }
}
