package org.supervision.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.escalation.Slips;
import org.supervision.workflow.ProcessBean;

/** Issues the first reminder of the ladder (催办). */
@ProcessBean("issueReminderDelegate")
class IssueReminderDelegate implements JavaDelegate {

    private final Slips slips;

    IssueReminderDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int episode = (int) execution.getVariable(OverdueEscalationProcess.EPISODE);
        slips.issueReminder(execution.getProcessBusinessKey(), episode, OverdueEscalationProcess.FIRST_REMINDER);
    }
}
