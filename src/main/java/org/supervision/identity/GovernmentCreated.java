package org.supervision.identity;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** A government was taken into the installation. */
public record GovernmentCreated(String code, String name) implements AuditableEvent {

    @Override
    public String government() {
        return code;
    }

    @Override
    public String objectType() {
        return "government";
    }

    @Override
    public String objectId() {
        return code;
    }

    @Override
    public String act() {
        return "create-government";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("name", new Change(null, name));
    }
}
