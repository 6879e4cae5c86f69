package org.supervision.dashboard;

import java.util.List;
import org.supervision.dashboard.RoundLines.RoundLine;

/**
 * A year.
 *
 * @param rounds those that have begun, the first first
 * @param units quarter by quarter
 * @param latest key tasks by what their latest cycle says
 * @param scores of the units with a line, the lowest first
 */
public record YearDashboard(
        int year, List<RoundLine> rounds, List<UnitQuarter> units, Tally latest, List<UnitScores> scores) {

    /** What the lines of a unit come to in each quarter; 0 without one. */
    public record UnitScores(String unit, String name, int first, int second, int third, int fourth) {

        public List<Integer> byQuarter() {
            return List.of(first, second, third, fourth);
        }
    }

    public Tally of(RoundLine round) {
        return Tally.sum(units.stream()
                .filter(unit -> unit.round().equals(round.id()))
                .map(UnitQuarter::tally)
                .toList());
    }
}
