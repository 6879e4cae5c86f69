package org.supervision.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Slice;
import org.supervision.workflow.Drafts.Draft;
import org.supervision.workflow.WorkItemSubjects.Fact;
import org.supervision.workflow.WorkItemSubjects.Subject;
import org.supervision.workflow.WorkItemSubjects.Warning;

/** The work items of the person who is acting: those a post of theirs is candidate for, and nobody else's. */
@Service
public class WorkItems {

    /** Key of a read-only field for those who see nothing but the form. */
    private static final String MATTER = "matter";

    private final WorkItemStore store;
    private final DraftStore drafts;
    private final Subjects subjects;
    private final Efforts efforts;
    private final CurrentUsers currentUsers;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Clock clock;

    WorkItems(
            WorkItemStore store,
            DraftStore drafts,
            Subjects subjects,
            Efforts efforts,
            CurrentUsers currentUsers,
            @Lazy TaskService tasks,
            @Lazy IdentityService identity,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.subjects = subjects;
        this.efforts = efforts;
        this.currentUsers = currentUsers;
        this.tasks = tasks;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * One line of a list.
     *
     * @param draftSavedAt {@code null} while there is no draft
     */
    public record WorkItemView(WorkItem item, Subject subject, @Nullable Instant draftSavedAt) {}

    /**
     * A work item to be worked on.
     *
     * @param facts what to know besides the form
     * @param values the draft if there is one, else what the form begins with
     * @param warnings the checks' doubts about these values
     * @param warningAnswers what the draft answers to them, by code
     * @param draftSavedAt {@code null} while there is no draft
     */
    public record WorkItemDetail(
            WorkItem item,
            Subject subject,
            List<Fact> facts,
            FormSchema form,
            Map<String, Object> values,
            List<Warning> warnings,
            Map<String, String> warningAnswers,
            @Nullable Instant draftSavedAt) {}

    /** Waiting ones (待办), the most urgent first. */
    public Slice<WorkItemView> mine(int page, int size) {
        Slice<WorkItemStore.Waiting> waiting =
                store.waiting(currentUsers.required().groupPaths(), page, size);
        return new Slice<>(views(waiting.items()), page, size, waiting.total());
    }

    /** Those of them that the person names; others are left out. */
    public List<WorkItemView> mine(Set<String> ids) {
        return views(store.waiting(ids, currentUsers.required().groupPaths()));
    }

    private List<WorkItemView> views(List<WorkItemStore.Waiting> waiting) {
        Map<String, Subject> described = subjects.describe(
                waiting.stream().map(WorkItemStore.Waiting::item).toList());
        return waiting.stream()
                .map(line ->
                        new WorkItemView(line.item(), described.get(line.item().id()), line.draftSavedAt()))
                .toList();
    }

    /** Those the person has completed (已办), the latest first. */
    public Slice<CompletedWorkItem> completed(int page, int size) {
        return store.completedBy(currentUsers.required().username(), page, size);
    }

    /** Those that wait for the person at the process of one aggregate. */
    public List<WorkItem> mineAt(String businessKey) {
        return store.of(businessKey, currentUsers.required().groupPaths()).stream()
                .map(WorkItemStore.Waiting::item)
                .toList();
    }

    public WorkItemDetail get(String id) {
        WorkItemStore.Waiting waiting = waiting(id);
        return detail(
                waiting,
                values(waiting),
                drafts.find(id).map(Draft::warningAnswers).orElse(Map.of()),
                waiting.draftSavedAt());
    }

    /** The same, opened to be worked on: from now on the time counts that the person is seen at it. */
    @Transactional
    public WorkItemDetail open(String id) {
        WorkItemDetail detail = get(id);
        efforts.see(id, clock.instant());
        return detail;
    }

    /** One that waits for the person who is acting. */
    public WorkItem waitingForMe(String id) {
        return waiting(id).item();
    }

    /** The checks' doubts about values that were entered but not kept. */
    public List<Warning> warnings(WorkItemDetail detail, Map<String, Object> values) {
        return subjects.warnings(detail.item(), lenient(detail.form(), values));
    }

    WorkItemDetail detail(
            WorkItemStore.Waiting waiting,
            Map<String, Object> values,
            Map<String, String> warningAnswers,
            @Nullable Instant draftSavedAt) {
        WorkItem item = waiting.item();
        return new WorkItemDetail(
                item,
                subjects.describe(List.of(item)).get(item.id()),
                subjects.facts(item),
                waiting.form(),
                values,
                subjects.warnings(item, lenient(waiting.form(), values)),
                warningAnswers,
                draftSavedAt);
    }

    /** Who completed a work item the person was a candidate of, and when; empty while it waits or if it ended by itself. */
    public Optional<CompletedWorkItem> completion(String id) {
        Set<String> posts = currentUsers.required().groupPaths();
        return store.completed(id).filter(done -> done.candidates().stream().anyMatch(posts::contains));
    }

    /**
     * Completes it with the values of its form.
     *
     * @param warningAnswers answers to warnings by their code
     * @throws DomainException if the form, the checks or the aggregate refuse, or somebody else was first
     */
    public void complete(String id, Map<String, ?> values, Map<String, String> warningAnswers) {
        waiting(id);
        complete(id, values, warningAnswers, currentUsers.required().groupPaths());
    }

    /** Completes it as the person who is acting, with the rights of these posts. */
    void complete(String id, Map<String, ?> values, Map<String, String> warningAnswers, Collection<String> posts) {
        Map<String, Object> entered = new LinkedHashMap<>(values);
        if (!warningAnswers.isEmpty()) {
            entered.put(
                    Submissions.WARNING_ANSWERS,
                    warningAnswers.entrySet().stream()
                            .map(answer -> Map.of("code", answer.getKey(), "answer", answer.getValue()))
                            .toList());
        }
        try {
            asCurrentUser(posts, () -> tasks.complete(id, entered));
        } catch (RuntimeException e) {
            // A race can be lost at any statement and has as many shapes; that nothing waits any more is sure.
            throw Refusals.in(e)
                    .<RuntimeException>map(refusal -> refusal)
                    .orElseGet(() -> store.find(id, Set.copyOf(posts)).isPresent() ? e : store.lostRace(id));
        }
    }

    /**
     * What the form is shown with: draft or prefilled values, an entry for each of its lists, further values its notes
     * may name, and for a field {@code matter} the facts in words.
     */
    public Map<String, Object> shownValues(String id) {
        WorkItemStore.Waiting waiting = waiting(id);
        Map<String, Object> shown = new LinkedHashMap<>();
        waiting.form()
                .inputs()
                .filter(field -> field.type() == FormSchema.Type.LIST)
                .forEach(field -> shown.put(field.key(), List.of()));
        shown.putAll(subjects.prefilled(waiting.item()));
        waiting.form()
                .field(MATTER)
                .ifPresent(field -> shown.put(field.key(), inWords(subjects.facts(waiting.item()))));
        drafts.find(id).ifPresent(draft -> shown.putAll(draft.values()));
        shown.remove(Submissions.WARNING_ANSWERS);
        return shown;
    }

    private static String inWords(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.label() + "\n" + (fact.before() == null ? "" : fact.before() + " → ") + fact.text())
                .collect(Collectors.joining("\n\n"));
    }

    /** The values of the form's own fields: the draft if there is one, else the prefilled ones. */
    private Map<String, Object> values(WorkItemStore.Waiting waiting) {
        Map<String, Object> values =
                new LinkedHashMap<>(drafts.find(waiting.item().id())
                        .map(Draft::values)
                        .orElseGet(() -> subjects.prefilled(waiting.item())));
        values.keySet().retainAll(waiting.form().keys());
        return values;
    }

    /** One that waits for the person who is acting, with its form. */
    WorkItemStore.Waiting waiting(String id) {
        Set<String> groups = currentUsers.required().groupPaths();
        return store.find(id, groups).orElseThrow(() -> gone(id));
    }

    /** It stands still, somebody else was first, or it never was this person's. */
    private DomainException gone(String id) {
        if (store.standsStill(id, currentUsers.required().groupPaths())) {
            return new DomainException(Kind.CONFLICT, "workflow.work-item.suspended");
        }
        return completion(id).map(CompletedWorkItem::lostRace).orElseGet(() -> DomainException.notFound(id));
    }

    /** What can be read of half-entered values, for the warnings; wrong fields count as empty. */
    private static FormValues lenient(FormSchema form, Map<String, ?> values) {
        try {
            return FormPolicy.check(form, values);
        } catch (DomainException e) {
            return FormValues.EMPTY;
        }
    }

    /** The engine checks the candidate itself once more: it sees the person, these posts and the government. */
    private void asCurrentUser(Collection<String> posts, Runnable act) {
        CurrentUser user = currentUsers.required();
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(
                user.username(),
                List.copyOf(posts),
                user.government() == null ? List.of() : List.of(user.government()));
        try {
            act.run();
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
