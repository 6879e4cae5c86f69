package org.supervision.workflow.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.workflow.HandOverEvent.HandOverPlanned;
import org.supervision.workflow.HandOvers;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.Submissions;

/** Starts {@code hand-over.bpmn}, one instance per hand-over from a day to come, and answers what it asks. */
@ProcessBean("handOver")
class HandOverProcess {

    static final String KEY = "hand-over";

    private static final String PREFIX = "hand-over-";

    private final RuntimeService runtime;
    private final HandOvers handOvers;

    HandOverProcess(@Lazy RuntimeService runtime, HandOvers handOvers) {
        this.runtime = runtime;
        this.handOvers = handOvers;
    }

    static String handOverId(DelegateExecution execution) {
        return execution.getProcessBusinessKey().substring(PREFIX.length());
    }

    @EventListener
    void start(HandOverPlanned event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(PREFIX + event.handOver().id())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .execute();
    }

    public Date startsAt(DelegateExecution execution) {
        return Date.from(handOvers.startsAt(handOverId(execution)));
    }
}
