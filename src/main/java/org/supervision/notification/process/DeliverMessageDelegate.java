package org.supervision.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.notification.Deliveries;
import org.supervision.workflow.ProcessBean;

/** Hands the message of this instance to its channel. */
@ProcessBean("deliverMessageDelegate")
class DeliverMessageDelegate implements JavaDelegate {

    private final Deliveries deliveries;

    DeliverMessageDelegate(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deliveries.deliver(MessageDeliveryProcess.messageId(execution.getProcessBusinessKey()));
    }
}
