package org.supervision.shared;

import java.util.List;

/** Auditable events of one act on many objects, recorded in their order and all at once. */
public record AuditableEvents(List<AuditableEvent> events) {

    public AuditableEvents {
        events = List.copyOf(events);
    }
}
