package org.supervision.tables;

import java.util.List;
import java.util.Map;
import org.supervision.reporting.IndicatorReading;
import org.supervision.reporting.SubItemReading;

/**
 * A report, or a part of one, that waits for the liaison.
 *
 * @param part whether it is a partner's part: it has no verdict and no next steps
 * @param values drafted or prefilled texts, by the name of the field
 * @param readings the indicators whose values are asked for, without values
 * @param drafted what was entered as their values so far, by the id of the indicator
 * @param carried sub-items whose values are asked for, without values
 * @param draftedParts what was entered as theirs, by their id
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
        List<SubItemReading> carried,
        Map<String, String> draftedParts,
        List<Doubtful> doubts) {

    /** Before the id of a sub-item where ids of indicators stand otherwise. */
    static final String PART = "p";

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

    /** What tells the row of one of its sub-items from others. */
    String key(SubItemReading part) {
        return key() + "#" + PART + part.item().id();
    }
}
