package org.supervision.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.workflow.PostDeputies;
import org.supervision.workflow.ProcessBean;

/** Lets the deputy hold the post from the first day on. */
@ProcessBean("beginDeputyDelegate")
class BeginDeputyDelegate implements JavaDelegate {

    private final PostDeputies deputies;

    BeginDeputyDelegate(PostDeputies deputies) {
        this.deputies = deputies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deputies.takeEffect(PostDeputyProcess.deputyId(execution));
    }
}
