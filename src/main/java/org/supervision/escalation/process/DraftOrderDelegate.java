package org.supervision.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.escalation.Rung;
import org.supervision.escalation.Slips;
import org.supervision.workflow.ProcessBean;

/** Drafts the supervision order of the ladder (督办单); an officer signs it. */
@ProcessBean("draftOrderDelegate")
class DraftOrderDelegate implements JavaDelegate {

    private final Slips slips;

    DraftOrderDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        slips.draftOrder(OverdueEscalationProcess.chase(execution), Rung.SUPERVISION_ORDER);
    }
}
