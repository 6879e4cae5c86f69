package org.supervision.reporting;

import java.util.List;

/**
 * A result table in words, as the chief, the public page and the office file show it and as it can be read again.
 *
 * @param summary one sentence with all counts
 * @param header four titles, one more where the table states verdicts and the last where plans were adjusted
 */
public record ResultTable(String title, String summary, List<String> header, List<Line> lines) {

    /**
     * One key task.
     *
     * @param units the lead first
     * @param progress paragraphs of the approved report, or the words for there being none
     * @param verdict the words for the state
     * @param adjustments what was changed in the plan on request
     */
    public record Line(
            int number,
            String goal,
            List<String> units,
            List<String> progress,
            PublishedState state,
            String verdict,
            List<String> adjustments) {}

    /** A table of elsewhere that gives none has no column for them. */
    public boolean statesVerdicts() {
        return header.size() - (isAdjusted() ? 1 : 0) > 4;
    }

    /** Whether any plan was adjusted: then the last column says what and why. */
    public boolean isAdjusted() {
        return lines.stream().anyMatch(line -> !line.adjustments().isEmpty());
    }
}
