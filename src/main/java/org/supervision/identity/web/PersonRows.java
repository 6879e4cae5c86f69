package org.supervision.identity.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.FirstPasswords;
import org.supervision.identity.FirstPasswords.Progress;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.People;
import org.supervision.identity.Person;
import org.supervision.identity.PostGrants;
import org.supervision.identity.PostGrants.Pending;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** Puts together what the list of people shows. */
@Component
class PersonRows {

    private final People people;
    private final PostGrants posts;
    private final FirstPasswords passwords;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final Clock clock;

    PersonRows(
            People people,
            PostGrants posts,
            FirstPasswords passwords,
            OrgUnits units,
            CurrentUsers currentUsers,
            Clock clock) {
        this.people = people;
        this.posts = posts;
        this.passwords = passwords;
        this.units = units;
        this.currentUsers = currentUsers;
        this.clock = clock;
    }

    /** Office and city leaders first, then by unit; only those the text is found in. */
    List<PersonRow> of(String government, @Nullable String text) {
        CurrentUser reader = currentUsers.required();
        Map<String, Person> known = people.known(government);
        Map<String, String> names =
                units.of(government).stream().collect(Collectors.toMap(OrgUnit::code, OrgUnit::name));
        Map<String, String> phones = people.phones(known.keySet());
        Map<String, Progress> progress = passwords.open(government);
        Map<String, List<Role>> pending = posts.pending(government).stream()
                .collect(Collectors.groupingBy(
                        Pending::username,
                        Collectors.mapping(each -> each.post().role(), Collectors.toList())));
        return known.values().stream()
                .sorted(Comparator.comparing(Person::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Person::username))
                .map(person -> row(person, reader, names, phones, progress.get(person.username()), pending))
                .filter(row -> text == null || matches(row, text.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** One whose account the reader keeps. */
    PersonRow row(String government, String username) {
        return of(government, null).stream()
                .filter(row -> row.username().equals(username) && row.mayKeep())
                .findFirst()
                .orElseThrow(() -> DomainException.notFound(username));
    }

    private PersonRow row(
            Person person,
            CurrentUser reader,
            Map<String, String> names,
            Map<String, String> phones,
            @Nullable Progress progress,
            Map<String, List<Role>> pending) {
        List<Role> named = pending.getOrDefault(person.username(), List.of());
        return new PersonRow(
                person.username(),
                person.name(),
                person.unit() == null ? null : names.get(person.unit()),
                person.roles().stream()
                        .filter(role -> !named.contains(role))
                        .sorted()
                        .toList(),
                named,
                phones.get(person.username()),
                person.mail(),
                state(progress),
                progress == null ? null : progress.validUntil(),
                PostGrants.mayFill(reader, person) && !reader.username().equals(person.username()));
    }

    private PersonRow.State state(@Nullable Progress progress) {
        if (progress == null) {
            return PersonRow.State.OPEN;
        }
        return progress.validUntil() == null
                ? PersonRow.State.WAITING
                : progress.validUntil().isAfter(clock.instant()) ? PersonRow.State.HANDED_OUT : PersonRow.State.LAPSED;
    }

    private static boolean matches(PersonRow row, String text) {
        return Stream.of(row.username(), row.name(), String.valueOf(row.unit()))
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(text));
    }

    /** Units with people to whom no password was handed out yet: how many, by code and name of the unit. */
    Map<OrgUnit, Integer> waiting(String government) {
        CurrentUser reader = currentUsers.required();
        Map<String, Person> known = people.known(government);
        Map<String, Integer> counts = new HashMap<>();
        passwords.open(government).values().stream()
                .filter(progress -> progress.validUntil() == null && known.containsKey(progress.username()))
                .filter(progress ->
                        !reader.is(Role.SYSTEM_ADMIN) || reader.username().equals(progress.madeBy()))
                .map(progress -> known.get(progress.username()).unit())
                .forEach(unit -> counts.merge(String.valueOf(unit), 1, Integer::sum));
        Map<OrgUnit, Integer> waiting = new LinkedHashMap<>();
        units.of(government).stream()
                .filter(unit -> counts.containsKey(unit.code()))
                .forEach(unit -> waiting.put(unit, counts.get(unit.code())));
        return waiting;
    }

    static Slice<PersonRow> page(List<PersonRow> all, Pageable page) {
        return Slice.of(all, page.getPageNumber(), page.getPageSize());
    }
}
