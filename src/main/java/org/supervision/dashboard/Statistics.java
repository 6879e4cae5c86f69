package org.supervision.dashboard;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.dashboard.RoundLines.RoundLine;
import org.supervision.dashboard.RoundStatistics.Count;
import org.supervision.dashboard.RoundStatistics.UnitCount;
import org.supervision.escalation.ScoreViews;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.DomainException;
import org.supervision.shared.Lamp;

/** Counts what happens in rounds; the office and the city leaders see all units, others their own. */
@Service
@Transactional(readOnly = true)
public class Statistics {

    private final RoundLines rounds;
    private final UnitQuarters quarters;
    private final ScoreViews scores;

    Statistics(RoundLines rounds, UnitQuarters quarters, ScoreViews scores) {
        this.rounds = rounds;
        this.quarters = quarters;
        this.scores = scores;
    }

    /** @throws DomainException not found, also where the reader may not know that the round exists */
    public RoundStatistics of(String roundId, CurrentUser reader) {
        RoundLine round = rounds.find(reader.requiredGovernment(), roundId);
        List<UnitQuarter> units = quarters
                .between(
                        reader.requiredGovernment(),
                        round.quarter(),
                        round.quarter(),
                        reader.readsWholeGovernment() ? null : reader.requiredUnit())
                .stream()
                .sorted(Comparator.comparing(UnitQuarter::name).thenComparing(UnitQuarter::unit))
                .toList();
        return new RoundStatistics(
                roundId,
                count(Tally.sum(units.stream().map(UnitQuarter::tally).toList())),
                units.stream()
                        .map(unit -> new UnitCount(unit.unit(), unit.name(), count(unit.tally())))
                        .toList(),
                scores.of(round.quarter(), reader));
    }

    private static Count count(Tally tally) {
        Map<Lamp, Integer> lamps = new EnumMap<>(Lamp.class);
        for (Lamp lamp : Lamp.values()) {
            if (tally.of(CycleFigure.of(lamp)) > 0) {
                lamps.put(lamp, tally.of(CycleFigure.of(lamp)));
            }
        }
        return new Count(
                tally.of(CycleFigure.CYCLES),
                tally.of(CycleFigure.REPORTED),
                tally.of(CycleFigure.APPROVED),
                tally.of(CycleFigure.ON_TIME),
                tally.of(CycleFigure.DUE),
                tally.returns(),
                lamps);
    }
}
