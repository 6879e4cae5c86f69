package org.supervision.identity;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** A unit appeared in a government's directory for the first time. */
public record OrgUnitCreated(String code, String government, String name) implements AuditableEvent {

    @Override
    public String objectType() {
        return "org-unit";
    }

    @Override
    public String objectId() {
        return code;
    }

    @Override
    public String act() {
        return "create-unit";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("name", new Change(null, name));
    }
}
