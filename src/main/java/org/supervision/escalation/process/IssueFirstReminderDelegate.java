package org.supervision.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.escalation.Rung;
import org.supervision.escalation.Slips;
import org.supervision.workflow.ProcessBean;

/** Issues the first reminder of the ladder (催办). */
@ProcessBean("issueFirstReminderDelegate")
class IssueFirstReminderDelegate implements JavaDelegate {

    private final Slips slips;

    IssueFirstReminderDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        slips.issueReminder(OverdueEscalationProcess.chase(execution), Rung.FIRST_REMINDER);
    }
}
