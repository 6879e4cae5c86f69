package org.supervision.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.workflow.PostDeputies;
import org.supervision.workflow.ProcessBean;

/** Takes the post back after the last day. */
@ProcessBean("endDeputyDelegate")
class EndDeputyDelegate implements JavaDelegate {

    private final PostDeputies deputies;

    EndDeputyDelegate(PostDeputies deputies) {
        this.deputies = deputies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deputies.runOut(PostDeputyProcess.deputyId(execution));
    }
}
