package org.supervision.tables;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.ImportPreview.NewUnit;
import org.supervision.tables.ImportPreview.UnitGroup;

/** Which rows name units nobody knows, and which have a phrase for several. */
final class NamedUnits {

    /** A text as the first of its rows writes it. */
    private record Named(String text, Set<Integer> rows) {}

    private final UnitNames names;
    private final Map<String, Named> newUnits = new LinkedHashMap<>();
    private final Map<String, Named> groups = new LinkedHashMap<>();

    NamedUnits(UnitNames names) {
        this.names = names;
    }

    void note(String text, int row) {
        names.unitsOf(text).stream().filter(names::isNew).forEach(name -> note(name, row, newUnits));
        if (names.isGroup(text)) {
            note(text, row, groups);
        }
    }

    private static void note(String text, int row, Map<String, Named> named) {
        named.computeIfAbsent(UnitDirectory.key(text), any -> new Named(text, new LinkedHashSet<>()))
                .rows()
                .add(row);
    }

    List<NewUnit> newUnits() {
        return newUnits.values().stream()
                .map(named -> new NewUnit(named.text(), List.copyOf(named.rows())))
                .toList();
    }

    List<UnitGroup> groups() {
        return groups.values().stream()
                .map(named -> new UnitGroup(
                        named.text(),
                        List.copyOf(named.rows()),
                        names.unitsOf(named.text()).stream().map(names::nameOf).toList()))
                .toList();
    }
}
