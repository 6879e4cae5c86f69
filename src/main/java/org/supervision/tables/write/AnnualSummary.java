package org.supervision.tables.write;

import java.util.List;

/**
 * What was reached in a year, told in prose from the reports that were approved.
 *
 * @param introduction sentences with the figures of the whole year
 * @param note what is left out and why; empty if nothing is
 */
public record AnnualSummary(int year, String title, String introduction, List<Section> sections, String note) {

    /**
     * What the key tasks of one lead unit reached.
     *
     * @param heading with its ordinal
     * @param paragraphs one for each key task
     */
    public record Section(String heading, List<String> paragraphs) {}
}
