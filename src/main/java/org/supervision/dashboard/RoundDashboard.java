package org.supervision.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.dashboard.RoundFlows.Arrivals;
import org.supervision.dashboard.RoundFlows.Hand;
import org.supervision.dashboard.RoundFlows.InHand;
import org.supervision.dashboard.RoundFlows.Returns;
import org.supervision.dashboard.RoundLines.RoundLine;
import org.supervision.shared.Quarter;

/**
 * A round as the dashboards show it.
 *
 * @param history units in this quarter and the seven before it; empty for what one leader is in charge of, which is not kept
 * @param units in this quarter
 * @param days working days in each hand; null before anything was handed on
 */
public record RoundDashboard(
        RoundLine round,
        CycleScope scope,
        List<UnitQuarter> history,
        List<UnitQuarter> units,
        List<Arrivals> arrivals,
        List<InHand> inHand,
        Map<Hand, @Nullable Double> days,
        List<Returns> returns) {

    public Tally total() {
        return Tally.sum(units.stream().map(UnitQuarter::tally).toList());
    }

    /** All units together in a quarter; of nothing if it had no round. */
    public Tally of(Quarter quarter) {
        return Tally.sum(history.stream()
                .filter(unit -> unit.quarter().equals(quarter))
                .map(UnitQuarter::tally)
                .toList());
    }

    /** Cycles that a report is owed for. */
    public int owed() {
        return total().of(CycleFigure.CYCLES) - total().of(CycleFigure.SUSPENDED);
    }
}
