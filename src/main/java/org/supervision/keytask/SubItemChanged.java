package org.supervision.keytask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/**
 * The office split something off a key task, changed who carries it or how much of it, or joined it again.
 *
 * @param before null if it is new
 * @param after null if it counts no more
 */
public record SubItemChanged(String id, String government, @Nullable SubItem before, @Nullable SubItem after)
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
        return before == null ? "add-sub-item" : after == null ? "retire-sub-item" : "change-sub-item";
    }

    @Override
    public Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        put(changes, "name", SubItem::name);
        put(changes, "unit", SubItem::unit);
        put(changes, "indicator", item -> item.indicator() == null ? null : String.valueOf(item.indicator()));
        put(changes, "share", item -> item.share() == null ? null : item.share().toPlainString());
        return changes;
    }

    private void put(Map<String, Change> changes, String field, Function<SubItem, @Nullable String> value) {
        String from = before == null ? null : value.apply(before);
        String to = after == null ? null : value.apply(after);
        if (!Objects.equals(from, to)) {
            changes.put(field, new Change(from, to));
        }
    }
}
