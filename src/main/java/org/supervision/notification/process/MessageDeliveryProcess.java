package org.supervision.notification.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.supervision.notification.DeliveryResumed;
import org.supervision.notification.MessagePrepared;
import org.supervision.workflow.Submissions;

/**
 * Starts {@code message-delivery.bpmn}, one instance per message of its government, and resumes one that has been given
 * up. A message that fails to the last attempt is an incident of that one instance; nothing else waits for it.
 */
@Component
class MessageDeliveryProcess {

    static final String KEY = "message-delivery";

    private static final String PREFIX = "message-";

    private final RuntimeService runtime;
    private final ManagementService management;

    MessageDeliveryProcess(@Lazy RuntimeService runtime, @Lazy ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    static long messageId(String businessKey) {
        return Long.parseLong(businessKey.substring(PREFIX.length()));
    }

    @EventListener
    void start(MessagePrepared event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(PREFIX + event.messageId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .execute();
    }

    @EventListener
    void resume(DeliveryResumed event) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(PREFIX + event.messageId())
                .singleResult();
        Job job =
                management.createJobQuery().processInstanceId(instance.getId()).singleResult();
        management.setJobRetries(job.getId(), event.attempts());
        management.setJobDuedate(job.getId(), null);
    }
}
