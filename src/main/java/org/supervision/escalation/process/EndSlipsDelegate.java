package org.supervision.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.Slips;
import org.supervision.workflow.ProcessBean;

/** Ends the slips of a cycle whose cause has ended. */
@ProcessBean("endSlipsDelegate")
class EndSlipsDelegate implements JavaDelegate {

    private final Slips slips;

    EndSlipsDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean submitted = Boolean.TRUE.equals(execution.getVariable(OverdueEscalationProcess.SUBMITTED));
        slips.end(execution.getProcessBusinessKey(), submitted ? EndReason.REPORT_SUBMITTED : EndReason.ROUND_CLOSED);
    }
}
