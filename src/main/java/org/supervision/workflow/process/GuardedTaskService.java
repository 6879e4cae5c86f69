package org.supervision.workflow.process;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Refusals;

/** The engine's task service whose only way to end a task is a completion with the values of its form. */
class GuardedTaskService extends TaskServiceImpl {

    private final Refusals refusals;

    GuardedTaskService(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> values) {
        try {
            commandExecutor.execute(new FormCompletion(taskId, EnteredValues.plain(values)));
        } catch (RuntimeException e) {
            DomainException refusal = Refusals.in(e).orElseThrow(() -> e);
            throw new RefusedCompletion(refusals.wholeMessage(refusal), refusal);
        }
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> values, boolean deserializeValues) {
        complete(taskId, values);
        return Variables.createVariables();
    }

    /** For oneself only, and only as a sign to the others; {@code null} takes it back. */
    @Override
    public void claim(String taskId, @Nullable String userId) {
        commandExecutor.execute(new ClaimTaskCmd(taskId, userId) {
            @Override
            protected void checkClaimTask(TaskEntity task, CommandContext context) {
                super.checkClaimTask(task, context);
                String caller = context.getAuthenticatedUserId();
                if (userId != null && caller != null && !userId.equals(caller)) {
                    throw refused();
                }
            }
        });
    }

    /** Taking a claim back is every candidate's right, as claiming is; assigning is nobody's. */
    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        claim(taskId, userId);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        throw refused();
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
    public void handleBpmnError(String taskId, String errorCode, String message, Map<String, Object> values) {
        throw refused();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> values) {
        throw refused();
    }

    private static BadUserRequestException refused() {
        return new BadUserRequestException("A work item is claimed for oneself and ended by its completion only");
    }
}
