package org.supervision.escalation.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.escalation.Chase;
import org.supervision.escalation.Rung;
import org.supervision.escalation.Slips;
import org.supervision.reporting.CycleEvent.CycleOverdue;
import org.supervision.reporting.CycleStep;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.Submissions;

/** What {@code overdue-escalation.bpmn} asks; a late step of a cycle starts it, see {@link OverdueEscalations} for its end. */
@ProcessBean("overdueEscalation")
class OverdueEscalationProcess {

    static final String KEY = "overdue-escalation";
    static final String ROUND_ID = "roundId";
    static final String STEP = "step";
    static final String UNIT = "unit";
    private static final String IMPORTANT = "important";
    private static final String EPISODE = "episode";

    private final Slips slips;
    private final RuntimeService runtime;

    OverdueEscalationProcess(Slips slips, @Lazy RuntimeService runtime) {
        this.slips = slips;
        this.runtime = runtime;
    }

    @EventListener
    void start(CycleOverdue event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(event.cycleId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .setVariable(STEP, event.step().name())
                .setVariable(UNIT, event.unit())
                .setVariable(EPISODE, slips.episode(event))
                .setVariable(IMPORTANT, slips.important(event.cycleId()))
                .setVariable(ROUND_ID, slips.round(event.cycleId()))
                .execute();
    }

    static Chase chase(DelegateExecution execution) {
        return new Chase(
                execution.getProcessBusinessKey(),
                CycleStep.valueOf((String) execution.getVariable(STEP)),
                (String) execution.getVariable(UNIT),
                (int) execution.getVariable(EPISODE),
                Boolean.TRUE.equals(execution.getVariable(IMPORTANT)));
    }

    public boolean firstReminderApplies(DelegateExecution execution) {
        return slips.applies(chase(execution), Rung.FIRST_REMINDER);
    }

    public Date firstReminderAt(DelegateExecution execution) {
        return at(execution, Rung.FIRST_REMINDER);
    }

    public boolean secondReminderApplies(DelegateExecution execution) {
        return slips.applies(chase(execution), Rung.SECOND_REMINDER);
    }

    public Date secondReminderAt(DelegateExecution execution) {
        return at(execution, Rung.SECOND_REMINDER);
    }

    public boolean orderApplies(DelegateExecution execution) {
        return slips.applies(chase(execution), Rung.SUPERVISION_ORDER);
    }

    public Date orderAt(DelegateExecution execution) {
        return at(execution, Rung.SUPERVISION_ORDER);
    }

    public boolean interviewApplies(DelegateExecution execution) {
        return slips.applies(chase(execution), Rung.INTERVIEW);
    }

    public Date interviewAt(DelegateExecution execution) {
        return at(execution, Rung.INTERVIEW);
    }

    public Date roundClosesAt(DelegateExecution execution) {
        return Date.from(slips.roundClosesAt(execution.getProcessBusinessKey()));
    }

    private Date at(DelegateExecution execution, Rung rung) {
        return Date.from(slips.rungAt(chase(execution), rung));
    }
}
