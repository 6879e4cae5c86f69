package org.supervision.reporting;

import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.supervision.calendar.WorkingDays;
import org.supervision.shared.DomainException;

/** What whoever chases late cycles must know of one. */
@Service
public class CycleChase {

    /**
     * A cycle as the ladder sees it.
     *
     * @param dueAt the deadline of the step that is chased
     * @param awaited whether the step is still to be done; a part that is missing stays so until the report is in
     */
    public record ChasedCycle(
            String government,
            String roundId,
            String keyTaskId,
            int number,
            String leadUnit,
            Instant dueAt,
            boolean awaited) {}

    private final CycleRepository cycles;
    private final RoundRepository rounds;
    private final WorkingDays workingDays;

    CycleChase(CycleRepository cycles, RoundRepository rounds, WorkingDays workingDays) {
        this.cycles = cycles;
        this.rounds = rounds;
        this.workingDays = workingDays;
    }

    public ChasedCycle get(String cycleId, CycleStep step) {
        ReportingCycle cycle = cycles.findById(cycleId).orElseThrow(() -> DomainException.notFound(cycleId));
        return new ChasedCycle(
                cycle.government,
                cycle.roundId,
                cycle.keyTaskId,
                cycle.number,
                cycle.leadUnit,
                Objects.requireNonNull(cycle.dueAt(step)),
                cycle.currentStep() == (step == CycleStep.PART ? CycleStep.REPORT : step));
    }

    /** 18:00 of the day on which the cycle's round closes. */
    public Instant roundClosesAt(String cycleId) {
        return rounds.findById(get(cycleId, CycleStep.REPORT).roundId())
                .map(round -> workingDays.dueInstant(round.closesOn))
                .orElseThrow();
    }
}
