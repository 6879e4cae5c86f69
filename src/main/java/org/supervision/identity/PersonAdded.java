package org.supervision.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** A person got an account and with it a post. */
public record PersonAdded(String username, String name, GroupPath post) implements AuditableEvent {

    @Override
    public @Nullable String government() {
        return post.government();
    }

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
        return "add-person";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("name", new Change(null, name), "post", new Change(null, post.toString()));
    }
}
