package org.supervision.keytask;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** Fields of a key task were overwritten. */
public record KeyTaskChanged(String id, String government, Map<String, Change> changes) implements AuditableEvent {

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
        return "change-key-task";
    }
}
