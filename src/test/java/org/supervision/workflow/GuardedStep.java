package org.supervision.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;

/** The process of the tests of this module: two steps with a form that has every kind of field. */
@ProcessBean("guardedStep")
class GuardedStep implements WorkItemSubjects {

    static final String PROCESS = "guarded-step";

    static final String REFUSED = "the aggregate refuses this";
    static final String BROKEN = "this breaks the step";
    static final String VAGUE = "steadily advancing";

    private final Map<String, String> goals = new ConcurrentHashMap<>();
    private final Map<String, List<String>> candidates = new ConcurrentHashMap<>();
    private final List<Submission> taken = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Submissions submissions;
    private final RuntimeService runtime;
    private final TaskService tasks;

    GuardedStep(Submissions submissions, @Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.submissions = submissions;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Starts it; answers the id of the first work item. */
    String start(String businessKey, GroupPath group) {
        candidates.put(businessKey, List.of(group.toString()));
        runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(businessKey)
                .setVariable(Submissions.GOVERNMENT, group.government())
                .execute();
        return currentItem(businessKey);
    }

    /** What the key task of a process that is yet to be started is about. */
    void nameGoal(String businessKey, String goal) {
        goals.put(businessKey, goal);
    }

    String currentItem(String businessKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
    }

    List<Submission> taken(String businessKey) {
        return taken.stream()
                .filter(submission -> submission.item().businessKey().equals(businessKey))
                .toList();
    }

    public List<String> candidates(DelegateExecution execution) {
        return candidates.get(execution.getProcessBusinessKey());
    }

    public void answer(DelegateTask task) {
        Submission submission = submissions.take(task);
        if (submission.values().text("answer").equals(REFUSED)) {
            throw new DomainException(DomainException.Kind.CONFLICT, "workflow.problem.changed-meanwhile");
        }
        if (submission.values().text("answer").equals(BROKEN)) {
            throw new IllegalStateException(BROKEN);
        }
        taken.add(submission);
        CountDownLatch hold = holds.remove(submission.item().businessKey());
        if (hold != null) {
            held.get(submission.item().businessKey()).countDown();
            await(hold);
        }
    }

    /** Lets the next completion wait in its transaction; answers what releases it. */
    CountDownLatch holdNext(String businessKey) {
        CountDownLatch hold = new CountDownLatch(1);
        held.put(businessKey, new CountDownLatch(1));
        holds.put(businessKey, hold);
        return hold;
    }

    void awaitHeld(String businessKey) {
        await(held.get(businessKey));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Set<String> processes() {
        return Set.of(PROCESS);
    }

    @Override
    public Map<String, Subject> describe(Collection<WorkItem> items) {
        return items.stream()
                .collect(Collectors.toMap(
                        WorkItem::id,
                        item -> new Subject(
                                item.businessKey(),
                                new KeyTaskReference(
                                        "k", 17, goals.getOrDefault(item.businessKey(), "A goal"), "A unit"))));
    }

    @Override
    public Map<String, Object> prefilled(WorkItem item) {
        return Map.of(
                "answer", "prefilled", "figures", List.of(Map.of("name", "km", "value", 3)), "hint", "shown only");
    }

    @Override
    public List<Warning> warnings(WorkItem item, FormValues values) {
        return values.text("answer").contains(VAGUE) ? List.of(new Warning("test.vague", List.of(), false)) : List.of();
    }
}
