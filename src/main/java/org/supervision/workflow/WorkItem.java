package org.supervision.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.GroupPath;

/**
 * One step of a process that waits for a person (待办): an engine user task seen from outside.
 *
 * @param id the engine's task id
 * @param kind the key of its form, for instance {@code office-review}
 * @param name its Chinese label in the diagram
 * @param process id of the process, for instance {@code quarterly-cycle}
 * @param step id of the user task in the diagram
 * @param businessKey id of the aggregate the process runs for
 * @param candidates the posts whose holders may complete it
 */
public record WorkItem(
        String id,
        String kind,
        String name,
        String process,
        String step,
        String businessKey,
        @Nullable String government,
        List<GroupPath> candidates,
        Instant createdAt,
        @Nullable Instant dueAt) {

    public boolean isOverdue(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    /** The unit whose people may complete it; {@code null} for steps of the office and of city leaders. */
    public @Nullable String unit() {
        return candidates.stream()
                .map(GroupPath::unit)
                .filter(unit -> unit != null)
                .findFirst()
                .orElse(null);
    }
}
