package org.supervision.keytask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/**
 * The office entered an indicator of a key task by hand, changed how it is measured, or has it measured no more.
 *
 * @param before null if it is new
 * @param after null if it is measured no more
 */
public record AgreedIndicatorChanged(
        String id, String government, @Nullable AgreedIndicator before, @Nullable AgreedIndicator after)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "key-task";
    }

    @Override
    public String objectId() {
        return id;
    }

    @Override
    public String act() {
        return before == null ? "enter-indicator" : after == null ? "retire-indicator" : "change-indicator";
    }

    @Override
    public Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        put(changes, "indicator", summary(before), summary(after));
        put(changes, "start", start(before), start(after));
        put(changes, "expected", expected(before), expected(after));
        return changes;
    }

    private static void put(Map<String, Change> changes, String field, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.put(field, new Change(from, to));
        }
    }

    private static @Nullable String summary(@Nullable AgreedIndicator agreed) {
        return agreed == null ? null : agreed.target().summary();
    }

    private static @Nullable String start(@Nullable AgreedIndicator agreed) {
        return agreed == null || agreed.start() == null ? null : agreed.start().toPlainString();
    }

    private static @Nullable String expected(@Nullable AgreedIndicator agreed) {
        return agreed == null || agreed.expected().isEmpty()
                ? null
                : agreed.expected().toString();
    }
}
