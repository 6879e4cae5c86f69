package org.supervision.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.workflow.HandOvers;
import org.supervision.workflow.ProcessBean;

/** Passes the posts on their day. */
@ProcessBean("handOverDelegate")
class HandOverDelegate implements JavaDelegate {

    private final HandOvers handOvers;

    HandOverDelegate(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handOvers.takeEffect(HandOverProcess.handOverId(execution));
    }
}
