package org.supervision.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** The telephone under which citizens reach a government's supervision office is another one. */
public record SupervisionPhoneChanged(String government, @Nullable String before, @Nullable String after)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "government";
    }

    @Override
    public String objectId() {
        return government;
    }

    @Override
    public String act() {
        return "change-supervision-phone";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("supervisionPhone", new Change(before, after));
    }
}
