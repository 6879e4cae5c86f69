package org.supervision.workflow.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.supervision.shared.DomainException;
import org.supervision.workflow.WorkItems;

/**
 * The engine's form service for Tasklist: what it submits is a guarded completion, what it shows are the draft and
 * prefilled values that portal and REST show.
 */
class GuardedFormService extends FormServiceImpl {

    private final GuardedTaskService tasks;
    private final BeanFactory beans;

    /** @param beans asked late for the work items, which need this service */
    GuardedFormService(GuardedTaskService tasks, BeanFactory beans) {
        this.tasks = tasks;
        this.beans = beans;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, false);
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> names, boolean deserializeObjectValues) {
        try {
            Map<String, Object> values =
                    new LinkedHashMap<>(beans.getBean(WorkItems.class).shownValues(taskId));
            if (names != null) {
                values.keySet().retainAll(names);
            }
            return EnteredValues.typed(values);
        } catch (DomainException e) {
            throw new NotFoundException("No work item " + taskId, e);
        }
    }

    @Override
    @Deprecated
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        tasks.complete(taskId, new LinkedHashMap<>(properties));
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        tasks.complete(taskId, properties);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        return tasks.completeWithVariablesInReturn(taskId, properties, deserializeValues);
    }
}
