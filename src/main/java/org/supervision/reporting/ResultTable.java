package org.supervision.reporting;

import java.util.List;

/**
 * A result table in words, as the chief, the public page and the office file show it and as it can be read again.
 *
 * @param summary one sentence with all counts
 * @param header four titles, and a fifth where the table states verdicts
 */
public record ResultTable(String title, String summary, List<String> header, List<Line> lines) {

    /**
     * One key task.
     *
     * @param units the lead first
     * @param progress paragraphs of the approved report, or the words for there being none
     * @param verdict the words for the state
     */
    public record Line(
            int number, String goal, List<String> units, List<String> progress, PublishedState state, String verdict) {}

    /** A table of elsewhere that gives none has no column for them. */
    public boolean statesVerdicts() {
        return header.size() > 4;
    }
}
