package org.supervision.tables;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.UnitDirectory;
import org.supervision.keytask.KeyTask;
import org.supervision.shared.WordFile;
import org.supervision.tables.LeadSuggestion.Reason;

/** Suggests who may lead a goal: units it names, units that led similar goals, units whose field it speaks of. */
final class LeadSuggestions {

    private static final Pattern SHELL = WordFile.load("/tables/words.txt").pattern("unit name shell");
    private static final int MOST = 3;
    private static final int SHORTEST_WORD = 2;

    /** Share of pairs of characters that two goals have in common from which on they are similar. */
    private static final double SIMILAR = 0.3;

    private final List<OrgUnit> units;
    private final Map<KeyTask, Set<String>> earlier = new LinkedHashMap<>();

    /** @param earlier key tasks, the latest year first */
    LeadSuggestions(List<OrgUnit> units, List<KeyTask> earlier) {
        this.units = units;
        earlier.forEach(keyTask -> this.earlier.put(keyTask, pairs(keyTask.goal())));
    }

    /** The likeliest first. */
    List<LeadSuggestion> of(String goal) {
        String key = UnitDirectory.key(goal);
        Map<String, LeadSuggestion> found = new LinkedHashMap<>();
        Stream.of(named(key), similar(goal), ofWords(key))
                .flatMap(suggestions -> suggestions)
                .forEach(suggestion -> found.putIfAbsent(suggestion.unit(), suggestion));
        return found.values().stream().limit(MOST).toList();
    }

    private Stream<LeadSuggestion> named(String goal) {
        return units.stream()
                .filter(unit -> names(unit).anyMatch(name -> goal.contains(UnitDirectory.key(name))))
                .map(unit -> suggestion(unit, Reason.NAMED));
    }

    private Stream<LeadSuggestion> ofWords(String goal) {
        return units.stream()
                .filter(unit -> names(unit)
                        .map(name -> SHELL.matcher(UnitDirectory.key(name)).replaceAll(""))
                        .anyMatch(word -> word.length() >= SHORTEST_WORD && goal.contains(word)))
                .map(unit -> suggestion(unit, Reason.WORDS));
    }

    private Stream<LeadSuggestion> similar(String goal) {
        Set<String> pairs = pairs(goal);
        return earlier.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), likeness(pairs, entry.getValue())))
                .filter(entry -> entry.getValue() >= SIMILAR)
                .sorted(Map.Entry.<KeyTask, Double>comparingByValue(Comparator.reverseOrder()))
                .flatMap(entry -> units.stream()
                        .filter(unit -> unit.code().equals(entry.getKey().leadUnit()))
                        .map(unit -> new LeadSuggestion(
                                unit.code(),
                                unit.name(),
                                Reason.LED_SIMILAR,
                                entry.getKey().id(),
                                entry.getKey().year(),
                                entry.getKey().number())));
    }

    private static LeadSuggestion suggestion(OrgUnit unit, Reason reason) {
        return new LeadSuggestion(unit.code(), unit.name(), reason, null, null, null);
    }

    private static Stream<String> names(OrgUnit unit) {
        return Stream.concat(Stream.of(unit.name()), unit.aliases().stream());
    }

    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        int shorter = Math.min(one.size(), other.size());
        return shorter == 0 ? 0 : (double) common.size() / shorter;
    }

    private static Set<String> pairs(String text) {
        String key = UnitDirectory.key(text).replaceAll("[\\d\\p{Punct}]", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= key.length(); i++) {
            pairs.add(key.substring(i, i + 2));
        }
        return pairs;
    }
}
