package org.supervision.tables.write;

import java.util.List;

/**
 * A published result table in words, as page and office file show it and as it can be read again.
 *
 * @param summary one sentence with all counts
 */
public record ResultTable(String title, String summary, List<String> header, List<Line> lines) {

    /**
     * One key task.
     *
     * @param units the lead first
     * @param progress paragraphs of the approved report, or the words for there being none
     * @param reported false if there is none
     */
    public record Line(int number, String goal, List<String> units, List<String> progress, boolean reported) {}
}
