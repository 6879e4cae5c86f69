package org.supervision.workflow;

import java.time.Instant;
import java.util.List;
import org.supervision.shared.DomainException;

/**
 * A work item that is done (已办): what it was, who completed it and when.
 *
 * @param candidates group paths of those who might have completed it
 */
public record CompletedWorkItem(
        String id,
        String kind,
        String name,
        String process,
        String step,
        String businessKey,
        String government,
        List<String> candidates,
        String completedBy,
        String completedByName,
        Instant completedAt) {

    /** What somebody is told who comes too late. */
    DomainException lostRace() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "workflow.work-item.completed", completedByName, completedAt);
    }
}
