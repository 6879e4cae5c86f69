package org.supervision.tables;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.Person;
import org.supervision.tables.read.LeaderNames;

/** The vice-mayors a document may name as in charge; who has no account among them stays a question. */
record CityLeaders(List<Person> people) {

    /** Account of the one leader of that name, whatever title stands beside it. */
    Optional<String> account(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String key = LeaderNames.key(name);
        List<String> found = people.stream()
                .filter(person -> LeaderNames.key(person.name()).equals(key))
                .map(Person::username)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The name of the account; the account itself if it leads no more. */
    @Nullable
    String name(@Nullable String account) {
        return people.stream()
                .filter(person -> person.username().equals(account))
                .map(Person::name)
                .findFirst()
                .orElse(account);
    }
}
