package org.supervision.keytask;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** A key task was taken into a government's list. */
public record KeyTaskCreated(String id, String government, Map<String, Change> changes) implements AuditableEvent {

    @Override
    public String objectType() {
        return "key-task";
    }

    @Override
    public String objectId() {
        return id;
    }

    @Override
    public String act() {
        return "create-key-task";
    }
}
