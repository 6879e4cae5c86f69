package org.supervision.workflow;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.UpdateProcessInstancesSuspensionStateBuilder;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;

/**
 * Changes that reach running process instances because the facts behind them changed: timers and due dates are asked for
 * anew, instances stand still or go on, messages end them. Acts as the application itself, whoever caused it, and in the
 * transaction of the cause; called only by {@code process} packages.
 */
@Component
public class RunningInstances {

    private final ObjectProvider<ProcessEngine> engine;
    private final ActingApplication application;
    private final WorkItemStore workItems;
    private final DraftStore drafts;

    RunningInstances(
            ObjectProvider<ProcessEngine> engine,
            ActingApplication application,
            WorkItemStore workItems,
            DraftStore drafts) {
        this.engine = engine;
        this.application = application;
        this.workItems = workItems;
        this.drafts = drafts;
    }

    /** Lets every waiting timer of the instance ask its expression for the date again. */
    public void recalculateTimers(String process, String businessKey) {
        write(() -> timers(process, businessKey)
                .forEach(timer -> management().recalculateJobDuedate(timer.getId(), false)));
    }

    /** The same for every instance of the process. */
    public void recalculateTimers(String process) {
        write(() -> management().createJobQuery().processDefinitionKey(process).timers().list().stream()
                .filter(timer -> timer.getProcessInstanceId() != null)
                .forEach(timer -> management().recalculateJobDuedate(timer.getId(), false)));
    }

    /** Whether a timer waits at one of these elements of the diagram. */
    public boolean hasTimer(String process, String businessKey, String... elements) {
        return writing(() -> timers(process, businessKey).stream()
                .map(timer -> management()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .anyMatch(Arrays.asList(elements)::contains));
    }

    /** The date that lists show and sort by. */
    public void setDueDates(String process, String businessKey, String step, Instant dueAt) {
        write(() -> tasks(process, businessKey).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(step))
                .forEach(task -> engine.getObject().getTaskService().setDueDate(task.getId(), Date.from(dueAt))));
    }

    /** Moves the dates of all that waits in the instance but of one step. */
    public void moveDueDates(String process, String businessKey, String butOf, UnaryOperator<Instant> move) {
        write(() -> tasks(process, businessKey).stream()
                .filter(task -> !task.getTaskDefinitionKey().equals(butOf) && task.getDueDate() != null)
                .forEach(task -> engine.getObject()
                        .getTaskService()
                        .setDueDate(
                                task.getId(),
                                Date.from(move.apply(task.getDueDate().toInstant())))));
    }

    /** The same for every waiting step of the process, in whatever instance. */
    public void setDueDates(String process, Function<WorkItem, @Nullable Instant> dueAt) {
        write(() -> workItems.ofProcess(process).forEach(item -> {
            Instant due = dueAt.apply(item);
            if (due != null && !due.equals(item.dueAt())) {
                engine.getObject().getTaskService().setDueDate(item.id(), Date.from(due));
            }
        }));
    }

    /**
     * Lets a step begin anew, with its due date and its timers, once or for each of those who do it at the same time; what
     * has been drafted in it stays.
     */
    public void restart(String process, String businessKey, String step) {
        var runtime = engine.getObject().getRuntimeService();
        write(() -> {
            Map<String, String> before = candidates(process, businessKey, step);
            instances().processDefinitionKey(process).processInstanceBusinessKey(businessKey).list().stream()
                    .map(ProcessInstance::getId)
                    .forEach(instance -> {
                        var tree = runtime.getActivityInstance(instance);
                        var all = tree.getActivityInstances(step + "#multiInstanceBody");
                        for (var running : all.length > 0 ? all : tree.getActivityInstances(step)) {
                            runtime.createProcessInstanceModification(instance)
                                    .startBeforeActivity(running.getActivityId())
                                    .cancelActivityInstance(running.getId())
                                    .execute();
                        }
                    });
            candidates(process, businessKey, step).forEach((candidates, task) -> {
                if (before.containsKey(candidates)) {
                    drafts.move(before.get(candidates), task);
                }
            });
        });
    }

    /** Ids of the tasks that wait at the step, each by those for whom it waits. */
    private Map<String, String> candidates(String process, String businessKey, String step) {
        return tasks(process, businessKey).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(step))
                .collect(Collectors.toMap(
                        task -> engine.getObject().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                                .filter(link -> link.getGroupId() != null)
                                .map(IdentityLink::getGroupId)
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        Task::getId,
                        (first, second) -> first));
    }

    /** Ends, without anybody's entry, what waits at the step in branches whose value of the variable is none of these. */
    public void endOthers(String process, String businessKey, String step, String variable, List<String> kept) {
        var taskService = engine.getObject().getTaskService();
        write(() -> tasks(process, businessKey).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(step) && !task.isSuspended())
                .filter(task -> !kept.contains((String) taskService.getVariable(task.getId(), variable)))
                .forEach(task -> {
                    taskService.complete(task.getId());
                    drafts.delete(task.getId());
                }));
    }

    /** What waits for one post waits for the other from now on; what the one has drafted is not shown to the other. */
    public void replaceCandidates(String process, String businessKey, GroupPath before, GroupPath after) {
        var taskService = engine.getObject().getTaskService();
        // The engine changes no candidates of an instance that stands still.
        ProcessInstanceQuery still =
                instances().processInstanceBusinessKey(businessKey).suspended();
        boolean standsStill = writing(() -> still.count() > 0);
        activate(still);
        write(() -> tasks(process, businessKey).stream()
                .filter(task -> taskService.getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link -> before.toString().equals(link.getGroupId())))
                .forEach(task -> {
                    taskService.deleteCandidateGroup(task.getId(), before.toString());
                    taskService.addCandidateGroup(task.getId(), after.toString());
                    drafts.delete(task.getId());
                }));
        if (standsStill) {
            suspend(businessKey);
        }
    }

    /** Where a branch of the instance has that value of the variable, it has the other from now on. */
    public void replaceLocal(String process, String businessKey, String variable, String before, String after) {
        var runtime = engine.getObject().getRuntimeService();
        application.run(
                () -> instances().processDefinitionKey(process).processInstanceBusinessKey(businessKey).list().stream()
                        .flatMap(instance -> runtime
                                .createVariableInstanceQuery()
                                .processInstanceIdIn(instance.getId())
                                .variableName(variable)
                                .list()
                                .stream())
                        .filter(value -> before.equals(value.getValue()))
                        .forEach(value -> runtime.setVariableLocal(value.getExecutionId(), variable, after)));
    }

    /** Every instance of whatever process that runs for the aggregate stands still: no timer fires, no step is done. */
    public void suspend(String businessKey) {
        update(
                instances().processInstanceBusinessKey(businessKey),
                UpdateProcessInstancesSuspensionStateBuilder::suspend);
    }

    public void activate(String businessKey) {
        activate(instances().processInstanceBusinessKey(businessKey));
    }

    /** Gives the message to the instance of the aggregate if one waits for it. */
    public void correlate(String message, String government, String businessKey) {
        write(() -> engine.getObject()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .tenantId(government)
                .processInstanceBusinessKey(businessKey)
                .correlateAllWithResult());
    }

    /** Gives the message to those instances of the aggregate that have these variables. */
    public void correlate(String message, String government, String businessKey, Map<String, Object> variables) {
        write(() -> engine.getObject()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .tenantId(government)
                .processInstanceBusinessKey(businessKey)
                .processInstanceVariablesEqual(variables)
                .correlateAllWithResult());
    }

    /** Gives the message to every instance with that variable, to those that stand still too. */
    public void correlateWhere(String message, String government, String variable, String value) {
        activate(instances().variableValueEquals(variable, value).suspended());
        write(() -> engine.getObject()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .tenantId(government)
                .processInstanceVariableEquals(variable, value)
                .correlateAllWithResult());
    }

    private void activate(ProcessInstanceQuery which) {
        update(which, UpdateProcessInstancesSuspensionStateBuilder::activate);
    }

    /** The engine refuses to do this to no instance. */
    private void update(ProcessInstanceQuery which, Consumer<UpdateProcessInstancesSuspensionStateBuilder> change) {
        write(() -> {
            if (which.count() > 0) {
                change.accept(engine.getObject()
                        .getRuntimeService()
                        .updateProcessInstanceSuspensionState()
                        .byProcessInstanceQuery(which));
            }
        });
    }

    private ProcessInstanceQuery instances() {
        return engine.getObject().getRuntimeService().createProcessInstanceQuery();
    }

    private List<Job> timers(String process, String businessKey) {
        return instances().processDefinitionKey(process).processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance ->
                        management().createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .toList();
    }

    private List<Task> tasks(String process, String businessKey) {
        return engine.getObject()
                .getTaskService()
                .createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list();
    }

    private ManagementService management() {
        return engine.getObject().getManagementService();
    }

    private void write(Runnable act) {
        writing(() -> {
            act.run();
            return true;
        });
    }

    /**
     * Inside a step the engine keeps its writes until the step ends, and its own queries do not see them: a timer would be
     * moved that a suspension not yet written has let stand still, and one of the two would be lost. A context of its own
     * writes each call at once, in the same transaction. Not to be nested: the inner one would end the outer.
     */
    private <T> T writing(Supplier<T> act) {
        return application.get(() -> {
            try {
                return ProcessEngineContext.withNewProcessEngineContext(act::get);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
