package org.supervision.reporting;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.supervision.calendar.WorkingDays;
import org.supervision.shared.DomainException;

/** What whoever chases late cycles must know of one. */
@Service
public class CycleChase {

    /**
     * A cycle as the ladder sees it.
     *
     * @param awaitsReport whether the lead unit still owes a report
     */
    public record ChasedCycle(
            String government,
            String roundId,
            String leadUnit,
            Instant reportDueAt,
            Instant roundClosesAt,
            boolean awaitsReport) {}

    private final CycleRepository cycles;
    private final RoundRepository rounds;
    private final WorkingDays workingDays;

    CycleChase(CycleRepository cycles, RoundRepository rounds, WorkingDays workingDays) {
        this.cycles = cycles;
        this.rounds = rounds;
        this.workingDays = workingDays;
    }

    public ChasedCycle get(String cycleId) {
        ReportingCycle cycle = cycles.findById(cycleId).orElseThrow(() -> DomainException.notFound(cycleId));
        ReportingRound round = rounds.findById(cycle.roundId).orElseThrow();
        return new ChasedCycle(
                cycle.government,
                cycle.roundId,
                cycle.leadUnit,
                cycle.reportDueAt,
                workingDays.dueInstant(round.closesOn),
                cycle.state == CycleState.PARTNER_INPUT || cycle.state == CycleState.DRAFTING);
    }
}
