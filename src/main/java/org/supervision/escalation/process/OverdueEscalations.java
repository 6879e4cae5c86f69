package org.supervision.escalation.process;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.supervision.calendar.HolidaysChanged;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.Slips;
import org.supervision.reporting.CycleEvent.ActUndone;
import org.supervision.reporting.CycleEvent.DueDateMoved;
import org.supervision.reporting.CycleEvent.PartDropped;
import org.supervision.reporting.CycleEvent.PartSubmitted;
import org.supervision.reporting.CycleEvent.PartnerChanged;
import org.supervision.reporting.CycleEvent.ReportReviewed;
import org.supervision.reporting.CycleEvent.ReportSubmitted;
import org.supervision.reporting.CycleStep;
import org.supervision.reporting.ReviewStep;
import org.supervision.reporting.RoundEvent.RoundClosed;
import org.supervision.workflow.RunningInstances;

/**
 * Ends running ladders and their slips when what they chase has ended, or moves their timers with the date they count
 * from: inside the transaction of the cause, so that none is missed and nobody reads of a slip whose cause is gone.
 */
@Component
class OverdueEscalations {

    private static final String CAUSE_ENDED = "CauseEnded";

    private final Slips slips;
    private final RunningInstances instances;
    private final Clock clock;

    OverdueEscalations(Slips slips, RunningInstances instances, Clock clock) {
        this.slips = slips;
        this.instances = instances;
        this.clock = clock;
    }

    @EventListener
    void end(ReportSubmitted event) {
        end(event.government(), event.cycleId(), CycleStep.REPORT, EndReason.REPORT_SUBMITTED);
        end(event.government(), event.cycleId(), CycleStep.PART, EndReason.REPORT_SUBMITTED);
    }

    /** A part that comes in late ends what chased its unit; the other units' ladders go on. */
    @EventListener
    void end(PartSubmitted event) {
        endOfPart(event.government(), event.cycleId(), event.unit(), EndReason.PART_SUBMITTED);
    }

    @EventListener
    void end(PartDropped event) {
        endOfPart(event.government(), event.cycleId(), event.unit(), EndReason.PART_DROPPED);
    }

    private void endOfPart(String government, String cycleId, String unit, EndReason reason) {
        slips.endOfPart(cycleId, unit, reason);
        instances.correlate(
                CAUSE_ENDED,
                government,
                cycleId,
                Map.of(OverdueEscalationProcess.STEP, CycleStep.PART.name(), OverdueEscalationProcess.UNIT, unit));
    }

    /** What is chased is owed by the other unit from now on. */
    @EventListener
    void follow(PartnerChanged event) {
        instances.replaceLocal(
                OverdueEscalationProcess.KEY,
                event.cycleId(),
                OverdueEscalationProcess.UNIT,
                event.before(),
                event.after());
    }

    @EventListener
    void end(ReportReviewed event) {
        CycleStep step = event.step() == ReviewStep.UNIT ? CycleStep.UNIT_REVIEW : CycleStep.OFFICE_REVIEW;
        end(event.government(), event.cycleId(), step, EndReason.REVIEW_DONE);
    }

    /** The cycle notes by itself that it is late again, which lets the ladder go on. */
    @EventListener
    void reopen(ActUndone event) {
        slips.reopen(event.cycleId(), event.actedAt());
    }

    @EventListener
    void end(RoundClosed event) {
        instances.correlateWhere(CAUSE_ENDED, event.government(), OverdueEscalationProcess.ROUND_ID, event.roundId());
        slips.endWithRound(event.roundId());
    }

    /** A date in the future ends the ladder: the step is not late any more, and watched anew by its cycle. */
    @EventListener
    void move(DueDateMoved event) {
        if (event.after().isAfter(clock.instant())) {
            end(event.government(), event.cycleId(), event.step(), EndReason.DUE_DATE_MOVED);
        } else {
            instances.recalculateTimers(OverdueEscalationProcess.KEY, event.cycleId());
        }
    }

    /** The rungs of what is late already count in the new working days too. */
    @EventListener
    void move(HolidaysChanged event) {
        instances.recalculateTimers(OverdueEscalationProcess.KEY);
    }

    private void end(String government, String cycleId, CycleStep step, EndReason reason) {
        slips.end(cycleId, step, reason);
        instances.correlate(CAUSE_ENDED, government, cycleId, Map.of(OverdueEscalationProcess.STEP, step.name()));
    }
}
