package org.supervision.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.escalation.Rung;
import org.supervision.escalation.Slips;
import org.supervision.workflow.ProcessBean;

/** Puts an interview (约谈) before the city leaders; a person decides. */
@ProcessBean("proposeInterviewDelegate")
class ProposeInterviewDelegate implements JavaDelegate {

    private final Slips slips;

    ProposeInterviewDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        slips.proposeInterview(OverdueEscalationProcess.chase(execution), Rung.INTERVIEW);
    }
}
