package org.supervision.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Submission.WarningAnswer;

/**
 * The one door through which what people enter reaches the domain: called by the complete listener of a user task,
 * whichever of portal, REST and Tasklist completed it. The entered values never become process variables.
 */
@Component
public class Submissions {

    /** Name of the transient task variable that carries the entered values from the completion to the listener. */
    public static final String ENTERED = "enteredValues";

    /** Start variable of every process instance: the code of its government, which becomes its tenant. */
    public static final String GOVERNMENT = "government";

    /** Key of the form field with answers to warnings. */
    public static final String WARNING_ANSWERS = "warningAnswers";

    private static final int LONGEST_ANSWER = 2_000;

    /** Key under which an entry on behalf of a unit carries its {@link EntrySource}; no caller from outside can send one. */
    static final String ENTRY_SOURCE = "entrySource";

    private final Forms forms;
    private final WorkItemStore store;
    private final DraftStore drafts;
    private final Subjects subjects;
    private final Efforts efforts;
    private final CurrentUsers currentUsers;
    private final Clock clock;

    Submissions(
            Forms forms,
            WorkItemStore store,
            DraftStore drafts,
            Subjects subjects,
            Efforts efforts,
            CurrentUsers currentUsers,
            Clock clock) {
        this.forms = forms;
        this.store = store;
        this.drafts = drafts;
        this.subjects = subjects;
        this.efforts = efforts;
        this.currentUsers = currentUsers;
        this.clock = clock;
    }

    /**
     * The checked values of the task that is being completed; records who completed it and when.
     *
     * @throws DomainException if the values break the form, a warning is not answered, or somebody else was first
     */
    public Submission take(DelegateTask task) {
        if (task.getExecution() == null) { // another transaction has ended it since the engine has read the task
            throw store.lostRace(task.getId());
        }
        FormSchema form = forms.ofStep(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        WorkItem item = item(
                task,
                forms,
                task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .flatMap(path -> GroupPath.parse(path).stream())
                        .toList());
        Map<String, Object> entered = new LinkedHashMap<>(entered(task));
        List<WarningAnswer> answers = answers(entered);
        EntrySource source = entrySource(entered);
        FormValues submitted = FormPolicy.check(form, entered);
        refuseUnfitAnswers(answers);
        refuseUnanswered(subjects.warnings(item, submitted), answers);

        CurrentUser user = currentUsers.required();
        Instant now = clock.instant();
        CompletedWorkItem done = new CompletedWorkItem(
                item.id(),
                item.kind(),
                item.name(),
                item.process(),
                item.step(),
                item.businessKey(),
                item.government(),
                item.candidates().stream().map(GroupPath::toString).toList(),
                user.username(),
                user.name(),
                now);
        if (!store.recordCompletion(done)) {
            throw store.lostRace(item.id());
        }
        drafts.complete(item.id());
        if (source == null) {
            efforts.settle(item.id(), now);
        } else {
            efforts.forget(item.id());
        }
        return new Submission(item, submitted, answers, source, user.username(), now);
    }

    static WorkItem item(DelegateTask task, Forms forms, List<GroupPath> candidates) {
        String process = task.getProcessDefinitionId();
        return new WorkItem(
                task.getId(),
                forms.ofStep(process, task.getTaskDefinitionKey()).key(),
                forms.label(process, task.getTaskDefinitionKey()),
                process.substring(0, process.indexOf(':')),
                task.getTaskDefinitionKey(),
                task.getExecution().getProcessBusinessKey(),
                task.getTenantId(),
                candidates,
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> entered(DelegateTask task) {
        return task.getVariableLocal(ENTERED) instanceof Map<?, ?> entered ? (Map<String, ?>) entered : Map.of();
    }

    /** A value of that type comes from within; a text of that name stays and is refused as an unknown field. */
    private static @Nullable EntrySource entrySource(Map<String, Object> entered) {
        if (!(entered.get(ENTRY_SOURCE) instanceof EntrySource source)) {
            return null;
        }
        entered.remove(ENTRY_SOURCE);
        return source;
    }

    /** Portal and REST answer each warning by its code; a text field of the form, in Tasklist, answers all of them. */
    private static List<WarningAnswer> answers(Map<String, Object> entered) {
        Object answers = entered.get(WARNING_ANSWERS);
        if (!(answers instanceof List<?> list)) {
            return answers == null ? List.of() : List.of(new WarningAnswer("", answers.toString()));
        }
        entered.remove(WARNING_ANSWERS);
        return list.stream()
                .map(entry -> entry instanceof Map<?, ?> answer
                        ? new WarningAnswer(String.valueOf(answer.get("code")), String.valueOf(answer.get("answer")))
                        : new WarningAnswer("", ""))
                .toList();
    }

    private static void refuseUnfitAnswers(List<WarningAnswer> answers) {
        for (WarningAnswer answer : answers) {
            if (answer.answer().length() > LONGEST_ANSWER) {
                throw DomainException.invalidField(WARNING_ANSWERS, "workflow.form.answer-too-long", LONGEST_ANSWER);
            }
            if (!answer.answer().isBlank() && !isWords(answer.answer())) {
                throw DomainException.invalidField(WARNING_ANSWERS, "workflow.form.answer-too-short");
            }
        }
    }

    /** A reason takes two characters of a language at least: a sign, a digit or a single word of assent is none. */
    private static boolean isWords(String answer) {
        return answer.codePoints().filter(Character::isLetter).limit(2).count() == 2;
    }

    private static void refuseUnanswered(List<WorkItemSubjects.Warning> warnings, List<WarningAnswer> answers) {
        List<FieldError> unanswered = new ArrayList<>();
        for (WorkItemSubjects.Warning warning : warnings) {
            boolean answered = !warning.blocking()
                    && answers.stream()
                            .anyMatch(answer -> !answer.answer().isBlank()
                                    && (answer.code().isEmpty() || answer.code().equals(warning.code())));
            if (!answered) {
                unanswered.add(new FieldError(WARNING_ANSWERS, warning.code(), warning.arguments()));
            }
        }
        if (!unanswered.isEmpty()) {
            throw new DomainException(Kind.INVALID, "workflow.form.unanswered-warnings", List.of(), unanswered);
        }
    }
}
