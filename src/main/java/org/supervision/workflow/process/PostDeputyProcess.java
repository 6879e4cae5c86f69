package org.supervision.workflow.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.workflow.PostDeputies;
import org.supervision.workflow.PostDeputyEvent.DeputyNamed;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.Submissions;

/** Starts {@code post-deputy.bpmn}, one instance per deputy named, and answers what it asks. */
@ProcessBean("postDeputy")
class PostDeputyProcess {

    static final String KEY = "post-deputy";

    private static final String PREFIX = "post-deputy-";

    private final RuntimeService runtime;
    private final PostDeputies deputies;

    PostDeputyProcess(@Lazy RuntimeService runtime, PostDeputies deputies) {
        this.runtime = runtime;
        this.deputies = deputies;
    }

    static String deputyId(DelegateExecution execution) {
        return execution.getProcessBusinessKey().substring(PREFIX.length());
    }

    @EventListener
    void start(DeputyNamed event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(PREFIX + event.deputy().id())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .execute();
    }

    public Date startsAt(DelegateExecution execution) {
        return Date.from(deputies.startsAt(deputyId(execution)));
    }

    public Date endsAt(DelegateExecution execution) {
        return Date.from(deputies.endsAt(deputyId(execution)));
    }
}
