package org.supervision.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** Messages to a person go to another mail address from now on, or to none. */
public record PersonMailChanged(String government, String username, @Nullable String before, @Nullable String after)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "person";
    }

    @Override
    public String objectId() {
        return username;
    }

    @Override
    public String act() {
        return "change-mail";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("mail", new Change(before, after));
    }
}
