package org.supervision.reporting;

import java.time.LocalDate;
import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** The chief changed how strictly a check is taken from a day on. */
public record CheckSeverityChanged(
        String government, CheckRule rule, CheckSeverity before, CheckSeverity after, LocalDate effectiveFrom)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "check-rule";
    }

    @Override
    public String objectId() {
        return rule.name();
    }

    @Override
    public String act() {
        return "change-check-rule";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of(
                "severity", new Change(before.name(), after.name()),
                "effectiveFrom", new Change(null, effectiveFrom.toString()));
    }
}
