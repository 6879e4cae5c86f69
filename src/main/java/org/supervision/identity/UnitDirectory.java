package org.supervision.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supervision.shared.TextKey;

/** An immutable snapshot of the names, aliases, former names and groups by which one government calls its units. */
public final class UnitDirectory {

    /** A directory without any unit, as before a government's first import. */
    public static final UnitDirectory EMPTY = new UnitDirectory(List.of());

    private final Map<String, Entry> entries;

    public UnitDirectory(Collection<Entry> entries) {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.merge(key(entry.name()), entry, Entry::and));
        this.entries = Map.copyOf(byKey);
    }

    /** The entry of exactly this name; white space and the width of characters do not matter. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(key(name)));
    }

    /** The form in which names are compared: no white space, half-width characters. */
    public static String key(String name) {
        return TextKey.of(name);
    }

    /** One name and the codes of the units it stands for; a group may stand for several or, unanswered, for none. */
    public record Entry(String name, List<String> unitCodes, boolean group) {

        public Entry {
            unitCodes = List.copyOf(unitCodes);
        }

        private Entry and(Entry other) {
            Set<String> codes = new LinkedHashSet<>(unitCodes);
            codes.addAll(other.unitCodes);
            return new Entry(name, new ArrayList<>(codes), group || other.group);
        }
    }
}
