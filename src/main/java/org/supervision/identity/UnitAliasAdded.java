package org.supervision.identity;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** A unit is from now on known under a further name. */
public record UnitAliasAdded(String unit, String government, String alias) implements AuditableEvent {

    @Override
    public String objectType() {
        return "org-unit";
    }

    @Override
    public String objectId() {
        return unit;
    }

    @Override
    public String act() {
        return "add-unit-alias";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("alias", new Change(null, alias));
    }
}
