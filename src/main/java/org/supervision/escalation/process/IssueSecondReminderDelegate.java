package org.supervision.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.escalation.Rung;
import org.supervision.escalation.Slips;
import org.supervision.workflow.ProcessBean;

/** Issues the second reminder of the ladder (再次催办). */
@ProcessBean("issueSecondReminderDelegate")
class IssueSecondReminderDelegate implements JavaDelegate {

    private final Slips slips;

    IssueSecondReminderDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        slips.issueReminder(OverdueEscalationProcess.chase(execution), Rung.SECOND_REMINDER);
    }
}
