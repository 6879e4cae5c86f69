package org.supervision.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.notification.Digests;
import org.supervision.workflow.ProcessBean;

/** Composes the digests of the day, once however often it runs. */
@ProcessBean("composeDigestsDelegate")
class ComposeDigestsDelegate implements JavaDelegate {

    private final Digests digests;

    ComposeDigestsDelegate(Digests digests) {
        this.digests = digests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digests.compose();
    }
}
