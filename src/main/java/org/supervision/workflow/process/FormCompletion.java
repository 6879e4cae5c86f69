package org.supervision.workflow.process;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.supervision.workflow.Submissions;

/**
 * Completes a user task with what a person entered. The values travel to the complete listener as one transient
 * variable of the task: they are never written to the process, so nobody can set its variables by completing a task,
 * and a long text does not break a string column.
 */
class FormCompletion extends CompleteTaskCmd {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> entered;

    FormCompletion(String taskId, Map<String, Object> entered) {
        super(taskId, null);
        this.entered = entered;
    }

    @Override
    protected void completeTask(TaskEntity task) {
        task.setVariableLocal(Submissions.ENTERED, Variables.untypedValue(entered, true));
        super.completeTask(task);
    }
}
