package org.supervision.tables.read;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supervision.identity.Role;

/** One row of a roster as it is written; empty where nothing is. */
public record RosterEntry(
        String name, String unit, String post, String username, String phone, String mail, SourcePosition position) {

    private static final Map<Role, Pattern> POSTS = Stream.of(
                    Role.OFFICE_CHIEF, Role.OFFICER, Role.CITY_LEADER, Role.UNIT_LEADER, Role.LIAISON)
            .collect(Collectors.toMap(role -> role, role -> Words.pattern("post " + role)));

    /** The post the text stands for. */
    public static Optional<Role> role(String post) {
        String key = Texts.key(post);
        return POSTS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(key).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
