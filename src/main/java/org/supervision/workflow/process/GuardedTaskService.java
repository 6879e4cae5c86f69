package org.supervision.workflow.process;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** The engine's task service whose completions carry the values of a form and nothing else. */
class GuardedTaskService extends TaskServiceImpl {

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> values) {
        commandExecutor.execute(new FormCompletion(taskId, values == null ? Map.of() : FormCompletion.plain(values)));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> values, boolean deserializeValues) {
        complete(taskId, values);
        return Variables.createVariables();
    }

    @Override
    public void resolveTask(String taskId) {
        throw refused();
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> values) {
        throw refused();
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        throw refused();
    }

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("Work items are not delegated");
    }
}
