package org.supervision.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.GroupPath;
import org.supervision.workflow.WorkItemSubjects.Subject;
import org.supervision.workflow.WorkItems.WorkItemView;

/**
 * What waits for anybody, for what tells people of it without being asked. Pages and REST show a person's own in {@link
 * WorkItems}.
 */
@Service
@Transactional(readOnly = true)
public class WaitingWorkItems {

    private final WorkItemStore store;
    private final Subjects subjects;

    WaitingWorkItems(WorkItemStore store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    /**
     * Those that began, or become due between then and the last instant asked for.
     *
     * @param since by government; work items of other governments are left out
     */
    public List<WorkItem> begunOrDue(Map<String, Instant> since, Instant dueUntil) {
        return store.begunOrDue(since, dueUntil);
    }

    /** Those that wait at the process of one aggregate. */
    public List<WorkItem> at(String businessKey, String government) {
        return store.ofGovernment(businessKey, government).stream()
                .map(WorkItemStore.Waiting::item)
                .toList();
    }

    /** Those that wait for one of the posts, the first due first. */
    public List<WorkItemView> forPosts(Collection<GroupPath> posts) {
        List<WorkItemStore.Waiting> waiting = store.waiting(
                        posts.stream().map(GroupPath::toString).collect(Collectors.toSet()), 0, 500)
                .items();
        Map<String, Subject> described =
                describe(waiting.stream().map(WorkItemStore.Waiting::item).toList());
        return waiting.stream()
                .map(each ->
                        new WorkItemView(each.item(), described.get(each.item().id()), each.draftSavedAt()))
                .toList();
    }

    /** Subjects by work item id, in the same number of queries for any number of them. */
    public Map<String, Subject> describe(Collection<WorkItem> items) {
        return subjects.describe(items);
    }
}
