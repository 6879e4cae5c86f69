package org.supervision.workflow.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextFactory;
import org.supervision.workflow.Refusals;

/**
 * Lets the engine log what it cannot do, and not what a person is refused: a wrong entry is told to the person and is
 * no failure. What is refused to a job, nobody else is told.
 */
class RefusalsAreNoFailures extends CommandContextFactory {

    RefusalsAreNoFailures(ProcessEngineConfigurationImpl engine) {
        setProcessEngineConfiguration(engine);
    }

    @Override
    public CommandContext createCommandContext() {
        return new CommandContext(processEngineConfiguration) {
            @Override
            protected boolean shouldLogFine(Throwable thrown) {
                return super.shouldLogFine(thrown)
                        || getAuthenticatedUserId() != null
                                && Refusals.in(thrown).isPresent();
            }
        };
    }
}
