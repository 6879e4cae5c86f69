package org.supervision.workflow;

import java.time.Instant;

/** A work item that is done (已办): what it was, who completed it and when. */
public record CompletedWorkItem(
        String id,
        String kind,
        String name,
        String process,
        String step,
        String businessKey,
        String government,
        String completedBy,
        String completedByName,
        Instant completedAt) {}
