package org.supervision.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** The chief said which officer is responsible for a unit, and who stands in. */
public record UnitDutyAssigned(
        String government,
        String unit,
        @Nullable String officerBefore,
        @Nullable String officer,
        @Nullable String deputyBefore,
        @Nullable String deputy)
        implements AuditableEvent {

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
        return "assign-duty";
    }

    @Override
    public Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>(Map.of(
                "officer", new Change(officerBefore, officer),
                "deputy", new Change(deputyBefore, deputy)));
        changes.values().removeIf(change -> Objects.equals(change.before(), change.after()));
        return changes;
    }
}
