package org.supervision.tables.write;

import java.util.List;

/**
 * What a meeting about a round is given: how many key tasks stand where, and those that have to be talked about.
 *
 * @param quarter in words
 * @param notes sentences with the figures
 * @param header of the table of items
 */
public record MeetingPack(
        String roundId,
        String quarter,
        String title,
        List<String> notes,
        List<Share> shares,
        List<String> header,
        List<Item> items) {

    /**
     * How many key tasks stand so.
     *
     * @param percent of all, rounded to a tenth
     */
    public record Share(String standing, long count, String percent) {}

    /**
     * A key task that is behind, by verdict or by numbers, or not reported.
     *
     * @param standing a line for each who says where it stands
     * @param values what was reported of its indicators, a line for each
     * @param reason what the unit says hinders it; empty if it says nothing
     * @param nextStep what it says comes next; empty if it says nothing
     */
    public record Item(
            String cycleId,
            int number,
            String goal,
            String leadUnit,
            List<String> standing,
            List<String> values,
            String reason,
            String nextStep) {}
}
