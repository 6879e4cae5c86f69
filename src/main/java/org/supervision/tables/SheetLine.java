package org.supervision.tables;

import java.util.List;
import java.util.Map;
import org.supervision.reporting.IndicatorReading;

/**
 * A report, or a part of one, that waits for the liaison.
 *
 * @param part whether it is a partner's part: it has no verdict and no next steps
 * @param values drafted or prefilled texts, by the name of the field
 * @param readings the indicators whose values are asked for, without values
 * @param drafted what was entered as their values so far, by the id of the indicator
 * @param doubts what the checks doubt about them
 */
public record SheetLine(
        String workItemId,
        String cycleId,
        int number,
        String goal,
        boolean part,
        Map<String, String> values,
        List<IndicatorReading> readings,
        Map<String, String> drafted,
        List<Doubtful> doubts) {

    /**
     * A doubt in words.
     *
     * @param code its answer goes by
     * @param blocking whether no answer helps
     */
    public record Doubtful(String code, String text, boolean blocking) {}

    /** Whether it says what every report has to say. */
    public boolean isFilled() {
        return !values.getOrDefault("progress", "").isBlank()
                && (part || !values.getOrDefault("verdict", "").isBlank());
    }

    /** What tells its row from others; a report keeps it when it comes back, a part is asked for once. */
    String key() {
        return part ? "part " + workItemId : cycleId;
    }

    /** What tells the row of one of its indicators from others. */
    String key(IndicatorReading reading) {
        return key() + "#" + reading.indicator().id();
    }
}
