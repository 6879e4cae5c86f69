package org.supervision.workflow;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Steps that an instance does by itself a moment later, for a person whose next act has to wait for them. */
@Component
public class PendingSteps {

    private final ObjectProvider<ProcessEngine> engine;
    private final ActingApplication application;

    PendingSteps(ObjectProvider<ProcessEngine> engine, ActingApplication application) {
        this.engine = engine;
        this.application = application;
    }

    /**
     * Does now, as the application itself, what the instance of the aggregate would do as soon as the job executor comes
     * to it; what the executor is doing at this moment is waited for. Timers are left to their time, and what has failed
     * for good to whoever mends it.
     */
    public void runNow(String process, String businessKey) {
        application.run(() -> engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .active()
                .list()
                .forEach(instance -> management()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .messages()
                        .active()
                        .withRetriesLeft()
                        .list()
                        .forEach(this::run)));
    }

    private void run(Job job) {
        try {
            management().executeJob(job.getId());
        } catch (ProcessEngineException e) {
            if (management().createJobQuery().jobId(job.getId()).count() > 0) {
                throw e;
            }
        }
    }

    private ManagementService management() {
        return engine.getObject().getManagementService();
    }
}
