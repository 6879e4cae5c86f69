package org.supervision.identity;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** A unit was merged into another, which has its duties from now on; whoever keeps duties of units follows. */
public record UnitMerged(String government, String unit, String into) implements AuditableEvent {

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
        return "merge-unit";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("mergedInto", new Change(null, into));
    }
}
