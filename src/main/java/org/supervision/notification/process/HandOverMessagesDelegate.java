package org.supervision.notification.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.notification.MessagePrepared;
import org.supervision.notification.Messages;
import org.supervision.workflow.ProcessBean;

/** Starts one delivery for each of the next messages. */
@ProcessBean("handOverMessagesDelegate")
class HandOverMessagesDelegate implements JavaDelegate {

    /** As many as a transaction starts within seconds. */
    private static final int AT_ONCE = 200;

    private final Messages messages;
    private final MessageDeliveryProcess deliveries;

    HandOverMessagesDelegate(Messages messages, MessageDeliveryProcess deliveries) {
        this.messages = messages;
        this.deliveries = deliveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<MessagePrepared> taken = messages.takeForHandOver(AT_ONCE);
        taken.forEach(deliveries::start);
        execution.setVariable(DailyDigestProcess.MORE, taken.size() == AT_ONCE);
    }
}
