package org.supervision.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.workflow.WorkItems.WorkItemDetail;

/**
 * Lets people of the office enter what a unit has handed them on paper or told by telephone (代填): the unit's own step is
 * completed through the same door, and what is recorded names the officer, the unit and the source. The engine's own
 * endpoints do not offer it, because nobody of the office is a candidate there.
 */
@Service
public class EntriesOnBehalf {

    private final WorkItemStore store;
    private final WorkItems workItems;
    private final Subjects subjects;
    private final CurrentUsers currentUsers;

    EntriesOnBehalf(WorkItemStore store, WorkItems workItems, Subjects subjects, CurrentUsers currentUsers) {
        this.store = store;
        this.workItems = workItems;
        this.subjects = subjects;
        this.currentUsers = currentUsers;
    }

    /** The step at an aggregate that the person who is acting may do for its unit. */
    public Optional<WorkItem> at(String businessKey) {
        CurrentUser user = currentUsers.required();
        return !user.isOffice()
                ? Optional.empty()
                : store.ofGovernment(businessKey, user.requiredGovernment()).stream()
                        .map(WorkItemStore.Waiting::item)
                        .filter(subjects::mayBeEnteredOnBehalf)
                        .findFirst();
    }

    /** The step with what its form begins with; the unit's own draft stays with the unit. */
    public WorkItemDetail get(String id) {
        WorkItemStore.Waiting waiting = waiting(id);
        WorkItem item = waiting.item();
        Map<String, Object> values = new LinkedHashMap<>(subjects.prefilled(item));
        values.keySet().retainAll(waiting.form().keys());
        return workItems.detail(waiting, values, Map.of(), null);
    }

    /**
     * Completes it with the values of its form.
     *
     * @param warningAnswers answers to warnings by their code
     * @throws DomainException as for the unit's own people, and if the source is missing
     */
    public void complete(
            String id, Map<String, ?> values, Map<String, String> warningAnswers, @Nullable EntrySource source) {
        WorkItem item = waiting(id).item();
        if (source == null) {
            throw DomainException.invalidField(Submissions.ENTRY_SOURCE, "workflow.on-behalf.source-required");
        }
        Map<String, Object> entered = new LinkedHashMap<>(values);
        entered.put(Submissions.ENTRY_SOURCE, source);
        List<String> posts = item.candidates().stream().map(GroupPath::toString).toList();
        workItems.complete(id, entered, warningAnswers, posts);
    }

    private WorkItemStore.Waiting waiting(String id) {
        CurrentUser officer = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        return store.findInGovernment(id, officer.requiredGovernment())
                .filter(waiting -> subjects.mayBeEnteredOnBehalf(waiting.item()))
                .orElseThrow(() -> DomainException.notFound(id));
    }
}
