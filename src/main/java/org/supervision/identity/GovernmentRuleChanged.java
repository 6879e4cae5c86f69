package org.supervision.identity;

import java.time.LocalDate;
import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** The chief changed what a rule of the government says from a day on. */
public record GovernmentRuleChanged(
        String government, GovernmentRule rule, int before, int after, LocalDate effectiveFrom)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "government-rule";
    }

    @Override
    public String objectId() {
        return rule.name();
    }

    @Override
    public String act() {
        return "change-government-rule";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of(
                "value", new Change(String.valueOf(before), String.valueOf(after)),
                "effectiveFrom", new Change(null, effectiveFrom.toString()));
    }
}
