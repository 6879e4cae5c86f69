package org.supervision.escalation;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** The chief changed the prefix of a kind's numbers from the series of a calendar year on. */
public record NumberPrefixChanged(String government, SlipKind kind, String before, String after, int fromYear)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "number-prefix";
    }

    @Override
    public String objectId() {
        return kind.name();
    }

    @Override
    public String act() {
        return "change-number-prefix";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("prefix", new Change(before, after), "fromYear", new Change(null, String.valueOf(fromYear)));
    }
}
