package org.supervision.escalation.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.Slips;
import org.supervision.reporting.CycleEvent.CycleOverdue;
import org.supervision.reporting.CycleEvent.ReportSubmitted;
import org.supervision.reporting.CycleStep;
import org.supervision.reporting.RoundEvent.RoundClosed;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.Submissions;

/**
 * What {@code overdue-escalation.bpmn} asks; an overdue cycle starts it, a submitted report or the closing of the round
 * ends it. Listens inside the transaction of the cause, so that none is missed.
 */
@ProcessBean("overdueEscalation")
class OverdueEscalationProcess {

    static final String KEY = "overdue-escalation";
    static final String EPISODE = "episode";
    static final String ROUND_ID = "roundId";

    /** Set when a report ended the ladder; without it the round did. */
    static final String SUBMITTED = "submitted";

    static final int FIRST_REMINDER = 1;

    private final Slips slips;
    private final RuntimeService runtime;

    OverdueEscalationProcess(Slips slips, @Lazy RuntimeService runtime) {
        this.slips = slips;
        this.runtime = runtime;
    }

    @EventListener
    void start(CycleOverdue event) {
        if (event.step() != CycleStep.REPORT) {
            return;
        }
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(event.cycleId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .setVariable(EPISODE, event.episode())
                .setVariable(ROUND_ID, slips.round(event.cycleId()))
                .execute();
    }

    /** Slips end with the report itself: who has just reported must not read that one runs until the next job ran. */
    @EventListener
    void endLadder(ReportSubmitted event) {
        slips.end(event.cycleId(), EndReason.REPORT_SUBMITTED);
        runtime.createMessageCorrelation("CauseEnded")
                .tenantId(event.government())
                .processInstanceBusinessKey(event.cycleId())
                .setVariable(SUBMITTED, true)
                .correlateAllWithResult();
    }

    @EventListener
    void endLadders(RoundClosed event) {
        runtime.createMessageCorrelation("CauseEnded")
                .tenantId(event.government())
                .processInstanceVariableEquals(ROUND_ID, event.roundId())
                .correlateAllWithResult();
    }

    public Date firstReminderAt(DelegateExecution execution) {
        return Date.from(slips.rungAt(execution.getProcessBusinessKey(), FIRST_REMINDER));
    }

    public Date roundClosesAt(DelegateExecution execution) {
        return Date.from(slips.roundClosesAt(execution.getProcessBusinessKey()));
    }
}
