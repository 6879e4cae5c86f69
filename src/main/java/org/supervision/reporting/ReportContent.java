package org.supervision.reporting;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        @Nullable String nextSteps) {}
