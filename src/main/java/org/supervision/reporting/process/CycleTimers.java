package org.supervision.reporting.process;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;
import org.supervision.reporting.CycleEvent.ActUndone;
import org.supervision.reporting.CycleEvent.CycleResumed;
import org.supervision.reporting.CycleEvent.CycleSuspended;
import org.supervision.reporting.CycleEvent.DueDateMoved;
import org.supervision.reporting.CycleEvent.LeadUnitChanged;
import org.supervision.reporting.CycleEvent.PartDropped;
import org.supervision.reporting.CycleEvent.PartnerChanged;
import org.supervision.reporting.CycleStep;
import org.supervision.reporting.ReportingCycles;
import org.supervision.workflow.RunningInstances;

/**
 * Lets the running instance of a cycle follow what was agreed or taken back: its timers, due dates, candidates, standstill
 * and way back.
 */
@Component
class CycleTimers {

    private static final String PROCESS = QuarterlyCycleProcess.KEY;

    private final RunningInstances instances;
    private final ReportingCycles cycles;
    private final Clock clock;

    CycleTimers(RunningInstances instances, ReportingCycles cycles, Clock clock) {
        this.cycles = cycles;
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * What was overdue already and is not any more has no timer left: for a report the diagram sets a new one, parts and
     * reviews begin anew.
     */
    @EventListener
    void move(DueDateMoved event) {
        instances.recalculateTimers(PROCESS, event.cycleId());
        instances.setDueDates(PROCESS, event.cycleId(), taskOf(event.step()), event.after());
        if (event.step() == CycleStep.REPORT
                && event.after().isAfter(clock.instant())
                && !instances.hasTimer(
                        PROCESS, event.cycleId(), "BoundaryEvent_ReportOverdue", "IntermediateCatchEvent_NewDueDate")) {
            instances.correlate("DueDateMoved", event.government(), event.cycleId());
        }
        if (event.step() != CycleStep.REPORT
                && event.after().isAfter(clock.instant())
                && !instances.hasTimer(PROCESS, event.cycleId(), timerOf(event.step()))) {
            instances.restart(PROCESS, event.cycleId(), taskOf(event.step()));
        }
    }

    @EventListener
    void suspend(CycleSuspended event) {
        instances.suspend(event.cycleId());
    }

    @EventListener
    void resume(CycleResumed event) {
        instances.activate(event.cycleId());
        endPartsNotOwed(event.cycleId());
    }

    @EventListener
    void endPart(PartDropped event) {
        endPartsNotOwed(event.cycleId());
    }

    /** What stands still is ended when it goes on. */
    private void endPartsNotOwed(String cycleId) {
        instances.endOthers(PROCESS, cycleId, taskOf(CycleStep.PART), "partner", cycles.partners(cycleId));
    }

    @EventListener
    void changeLead(LeadUnitChanged event) {
        instances.replaceCandidates(
                PROCESS,
                event.cycleId(),
                GroupPath.liaison(event.government(), event.before()),
                GroupPath.liaison(event.government(), event.after()));
        instances.replaceCandidates(
                PROCESS,
                event.cycleId(),
                GroupPath.unitLeader(event.government(), event.before()),
                GroupPath.unitLeader(event.government(), event.after()));
    }

    @EventListener
    void changePartner(PartnerChanged event) {
        instances.replaceLocal(PROCESS, event.cycleId(), "partner", event.before(), event.after());
        instances.replaceCandidates(
                PROCESS,
                event.cycleId(),
                GroupPath.liaison(event.government(), event.before()),
                GroupPath.liaison(event.government(), event.after()));
    }

    @EventListener
    void goBack(ActUndone event) {
        instances.correlate(
                switch (event.kind()) {
                    case SUBMIT -> "SubmissionUndone";
                    case APPROVE_BY_UNIT -> "UnitApprovalUndone";
                    case RETURN_BY_UNIT -> "UnitReturnUndone";
                    case RETURN_BY_OFFICE -> "OfficeReturnUndone";
                },
                event.government(),
                event.cycleId());
    }

    private static String timerOf(CycleStep step) {
        return switch (step) {
            case PART -> "BoundaryEvent_PartsDue";
            case REPORT -> "BoundaryEvent_ReportOverdue";
            case UNIT_REVIEW -> "BoundaryEvent_UnitReviewOverdue";
            case OFFICE_REVIEW -> "BoundaryEvent_OfficeReviewOverdue";
        };
    }

    private static String taskOf(CycleStep step) {
        return switch (step) {
            case PART -> "UserTask_FillPartnerPart";
            case REPORT -> "UserTask_DraftReport";
            case UNIT_REVIEW -> "UserTask_ReviewByUnitLeader";
            case OFFICE_REVIEW -> "UserTask_ReviewByOffice";
        };
    }
}
