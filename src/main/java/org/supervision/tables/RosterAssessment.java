package org.supervision.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.MailAddress;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.People;
import org.supervision.identity.Person;
import org.supervision.identity.PostGrants;
import org.supervision.identity.Role;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.Roster.Correction;
import org.supervision.tables.Roster.Row;
import org.supervision.tables.RosterPreview.Difference;
import org.supervision.tables.RosterPreview.Line;
import org.supervision.tables.RosterPreview.Outcome;
import org.supervision.tables.RosterPreview.Problem;
import org.supervision.tables.read.RosterEntry;
import org.supervision.tables.read.TableProblem.Severity;

/** Holds the rows of one list, in their order, against the people and units that are known. */
class RosterAssessment {

    private static final Set<Role> OF_UNIT = Set.of(Role.LIAISON, Role.UNIT_LEADER);
    private static final Pattern PHONE = Pattern.compile("[+(\\d][\\d ()/;,+-]{5,38}");
    private static final int SUGGESTIONS = 5;

    private final CurrentUser reader;
    private final String government;
    private final People people;
    private final Map<String, OrgUnit> units;
    private final UnitDirectory directory;
    private final Map<String, Person> known;
    private final Map<String, String> phones;

    /** Persons of this list by what tells them apart, with the usernames they have or get. */
    private final Map<String, String> listed = new HashMap<>();

    private final Map<String, String> nameOfUsername = new HashMap<>();
    private final Set<String> postsTaken = new HashSet<>();
    private final Map<String, String> leaderOf = new HashMap<>();

    RosterAssessment(
            CurrentUser reader, String government, People people, List<OrgUnit> units, UnitDirectory directory) {
        this.reader = reader;
        this.government = government;
        this.people = people;
        this.units = units.stream().collect(Collectors.toMap(OrgUnit::code, Function.identity()));
        this.directory = directory;
        this.known = people.known(government);
        this.phones = people.phones(known.keySet());
        known.values().stream()
                .filter(person -> person.roles().contains(Role.UNIT_LEADER) && person.unit() != null)
                .forEach(person -> leaderOf.put(person.unit(), person.name()));
    }

    Line line(Row row) {
        Correction values = row.values();
        Role role = values.role() == null ? null : Role.valueOf(values.role());
        if (row.skipped()) {
            return new Line(row, "", false, null, role, Outcome.SKIP, List.of(), List.of(), List.of());
        }
        List<Problem> problems = new ArrayList<>();
        check(row, values, role, problems);
        boolean ofUnit = role == null || OF_UNIT.contains(role);
        OrgUnit unit = ofUnit ? unit(row, values) : null;
        List<OrgUnit> suggestions = List.of();
        if (ofUnit && unit == null) {
            suggestions = suggestions(row.source().unit());
            problem(problems, Severity.ERROR, "unit-unknown", row.source().unit());
        }
        if (role == null || values.name().isBlank() || ofUnit && unit == null) {
            return new Line(row, values.username(), false, unit, role, Outcome.SKIP, problems, List.of(), suggestions);
        }
        String unitCode = unit == null ? null : unit.code();
        Optional<Person> person = person(values, unitCode, problems);
        String username = username(values, unitCode, person.orElse(null), problems);
        String post = UnitDirectory.key(values.name()) + " " + username + " " + role;
        boolean first = postsTaken.add(post);
        if (!first) {
            problem(problems, Severity.WARNING, "row-repeated", values.name());
        }
        boolean holds = person.filter(each -> each.roles().contains(role)).isPresent();
        checkLeader(values, unitCode, role, holds || !first, problems);
        List<Difference> differences = first
                ? person.map(each -> differences(each, values, role, holds)).orElse(List.of())
                : List.of();
        boolean newPerson = person.isEmpty() && nameOfUsername.putIfAbsent(username, values.name()) == null;
        Outcome outcome = newPerson
                ? Outcome.CREATE
                : first && (person.isEmpty() || !differences.isEmpty()) ? Outcome.CHANGE : Outcome.UNCHANGED;
        return new Line(row, username, person.isPresent(), unit, role, outcome, problems, differences, suggestions);
    }

    private void check(Row row, Correction values, @Nullable Role role, List<Problem> problems) {
        if (values.name().isBlank()) {
            problem(problems, Severity.ERROR, "name-missing");
        } else if (RosterEntry.isOfSeveral(values.name())) {
            problem(problems, Severity.ERROR, "several-names", values.name());
        } else if (values.name().length() > 60) {
            problem(problems, Severity.ERROR, "name-long");
        }
        if (role == null) {
            if (row.source().post().isBlank()) {
                problem(problems, Severity.ERROR, "post-missing");
            } else {
                problem(problems, Severity.ERROR, "post-unknown", row.source().post());
            }
        } else if (!PostGrants.mayFill(reader, role)) {
            problem(problems, Severity.ERROR, "post-not-yours");
        }
        if (!values.username().isBlank() && !People.isUsername(values.username())) {
            problem(problems, Severity.ERROR, "username-invalid", values.username());
        }
        if (!values.mail().isBlank() && !MailAddress.isOne(values.mail())) {
            problem(problems, Severity.ERROR, "mail-invalid", values.mail());
        }
        if (!values.phone().isBlank() && !PHONE.matcher(values.phone()).matches()) {
            problem(problems, Severity.ERROR, "phone-invalid", values.phone());
        }
    }

    private @Nullable OrgUnit unit(Row row, Correction values) {
        if (values.unit() != null) {
            return units.get(values.unit());
        }
        return directory
                .find(row.source().unit())
                .filter(entry -> !entry.group() && entry.unitCodes().size() == 1)
                .map(entry -> units.get(entry.unitCodes().get(0)))
                .orElse(null);
    }

    /** Units whose names share most with the text, pair of characters by pair. */
    private List<OrgUnit> suggestions(String text) {
        Set<String> wanted = pairs(text);
        return units.values().stream()
                .map(unit -> Map.entry(unit, shared(wanted, pairs(unit.name()))))
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<OrgUnit, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().code()))
                .limit(SUGGESTIONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double shared(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return both == 0 ? 0 : 2.0 * both / (one.size() + other.size());
    }

    private static Set<String> pairs(String text) {
        String key = UnitDirectory.key(text);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < key.length() && i < 60; i++) {
            pairs.add(key.substring(i, i + 2));
        }
        return pairs;
    }

    /** By username if one is written, else by name and unit. */
    private Optional<Person> person(Correction values, @Nullable String unit, List<Problem> problems) {
        if (!values.username().isBlank()) {
            Person person = known.get(values.username());
            if (person != null && !isSameName(person.name(), values.name())) {
                problem(problems, Severity.ERROR, "username-of-other", values.username(), person.name());
            } else if (person != null && !Objects.equals(person.unit(), unit)) {
                problem(problems, Severity.ERROR, "of-other-unit", values.name(), nameOf(person.unit()));
            }
            return Optional.ofNullable(person);
        }
        List<Person> named = known.values().stream()
                .filter(person -> isSameName(person.name(), values.name()))
                .toList();
        List<Person> here = named.stream()
                .filter(person -> Objects.equals(person.unit(), unit))
                .toList();
        if (here.isEmpty() && !named.isEmpty()) {
            problem(
                    problems,
                    Severity.QUESTION,
                    "same-name-elsewhere",
                    values.name(),
                    nameOf(named.get(0).unit()));
        }
        if (here.size() > 1) {
            problem(problems, Severity.ERROR, "several-of-name", values.name());
        }
        return here.stream().findFirst();
    }

    private String username(Correction values, @Nullable String unit, @Nullable Person person, List<Problem> problems) {
        String key = UnitDirectory.key(values.name()) + " " + unit;
        if (person != null) {
            return person.username();
        }
        if (values.username().isBlank()) {
            return listed.computeIfAbsent(
                    key, any -> people.freeUsername(unit == null ? government : unit, new HashSet<>(listed.values())));
        }
        String other = nameOfUsername.get(values.username());
        if (other != null && !isSameName(other, values.name())) {
            problem(problems, Severity.ERROR, "username-repeated", values.username(), other);
        } else if (other == null && people.isTaken(values.username())) {
            problem(problems, Severity.ERROR, "username-taken", values.username());
        }
        listed.putIfAbsent(key, values.username());
        return values.username();
    }

    private void checkLeader(
            Correction values, @Nullable String unit, Role role, boolean holds, List<Problem> problems) {
        if (role != Role.UNIT_LEADER || unit == null) {
            return;
        }
        String other = leaderOf.put(unit, values.name());
        if (!holds && other != null) {
            problem(problems, Severity.QUESTION, "second-leader", nameOf(unit), other);
        }
    }

    private List<Difference> differences(Person person, Correction values, Role role, boolean holds) {
        List<Difference> differences = new ArrayList<>();
        if (!holds) {
            differences.add(new Difference("post", null, role.name()));
        }
        add(differences, "phone", phones.get(person.username()), values.phone());
        add(differences, "mail", person.mail(), values.mail());
        return differences;
    }

    /** An empty cell says nothing. */
    private static void add(List<Difference> differences, String field, @Nullable String before, String after) {
        if (!after.isBlank() && !after.equals(before)) {
            differences.add(new Difference(field, before, after));
        }
    }

    private String nameOf(@Nullable String unit) {
        return unit == null || !units.containsKey(unit) ? "—" : units.get(unit).name();
    }

    private static boolean isSameName(String one, String other) {
        return UnitDirectory.key(one).equals(UnitDirectory.key(other));
    }

    private static void problem(List<Problem> problems, Severity severity, String code, String... arguments) {
        problems.add(new Problem(severity, code, Stream.of(arguments).toList()));
    }
}
