package org.supervision.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person said about names in a document; remembered by the unit directory once the import is confirmed.
 *
 * @param groups for which units a phrase stands, each by code or name; none leaves the phrase as text
 * @param aliases of which unit, by code or name, a name is another or former one; the name itself: it is a unit's own
 */
public record UnitAnswers(Map<String, List<String>> groups, Map<String, String> aliases) {

    static final UnitAnswers NONE = new UnitAnswers(Map.of(), Map.of());

    UnitAnswers and(UnitAnswers more) {
        return new UnitAnswers(merged(groups, more.groups), merged(aliases, more.aliases));
    }

    private static <T> Map<String, T> merged(Map<String, T> first, Map<String, T> second) {
        Map<String, T> all = new LinkedHashMap<>(first);
        all.putAll(second);
        return all;
    }
}
