package org.supervision.tables;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.UnitDirectory;
import org.supervision.identity.UnitNameSplitter;

/**
 * What the names of a document stand for: as a person answered, as the directory knows, else a unit that is new and is
 * called by its name until it has a code.
 */
final class UnitNames {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*-u\\d{3,}");

    private final Map<String, OrgUnit> units;
    private final UnitDirectory directory;
    private final UnitNameSplitter forms;
    private final Map<String, List<String>> groups;
    private final Map<String, String> aliases;

    UnitNames(List<OrgUnit> units, UnitDirectory directory, UnitAnswers answers) {
        this.units = units.stream().collect(Collectors.toMap(OrgUnit::code, Function.identity()));
        this.directory = directory;
        this.forms = new UnitNameSplitter(directory);
        this.groups = byKey(answers.groups());
        this.aliases = byKey(answers.aliases());
    }

    /** Codes of the units, or names of those that are new; none for a group nobody has resolved. */
    List<String> unitsOf(String text) {
        String key = UnitDirectory.key(text);
        if (groups.containsKey(key)) {
            return groups.get(key).stream().map(this::unit).distinct().toList();
        }
        return isGroup(text)
                ? directory.find(text).map(UnitDirectory.Entry::unitCodes).orElse(List.of())
                : List.of(unit(text));
    }

    /** Code of the unit, or the name of a new one; a phrase that stands for exactly one unit may lead too. */
    String leadUnit(String text) {
        List<String> units = unitsOf(text);
        return units.size() == 1 ? units.get(0) : text;
    }

    /** Code of the unit that is called so or has this code, or the name of a new one. */
    String unit(String nameOrCode) {
        if (units.containsKey(nameOrCode)) {
            return nameOrCode;
        }
        String name = nameOrCode;
        Set<String> asked = new HashSet<>();
        for (String answer = answer(name);
                answer != null && asked.add(UnitDirectory.key(name));
                answer = answer(name)) {
            name = answer;
        }
        return units.containsKey(name) ? name : known(name).orElse(name);
    }

    /** What a person said whose other name this is, the name itself if it is a unit of its own; null if nobody has. */
    @Nullable
    String answer(String name) {
        return aliases.get(UnitDirectory.key(name));
    }

    boolean isGroup(String text) {
        return groups.containsKey(UnitDirectory.key(text)) || forms.isGroup(text);
    }

    /** Whether a person has said in this import what the name stands for. */
    boolean isAnswered(String name) {
        String key = UnitDirectory.key(name);
        return groups.containsKey(key) || aliases.containsKey(key);
    }

    /** Whether one of the texts is this name, however it is spelled. */
    static boolean isUsed(String name, Collection<String> texts) {
        String key = UnitDirectory.key(name);
        return texts.stream().anyMatch(text -> UnitDirectory.key(text).equals(key));
    }

    boolean isNew(String unit) {
        return !units.containsKey(unit);
    }

    /** Whether the text has the form of a code that no unit of the government has. */
    boolean isUnknownCode(String text) {
        return isNew(text) && CODE.matcher(text).matches();
    }

    /** The name of a unit given by code or, being new, by its name. */
    String nameOf(String unit) {
        return units.containsKey(unit) ? units.get(unit).name() : unit;
    }

    private Optional<String> known(String name) {
        return directory.find(name).filter(entry -> !entry.group()).map(entry -> entry.unitCodes()
                .get(0));
    }

    private static <T> Map<String, T> byKey(Map<String, T> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> UnitDirectory.key(entry.getKey()), Map.Entry::getValue, (first, last) -> last));
    }
}
