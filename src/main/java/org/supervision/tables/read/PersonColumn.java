package org.supervision.tables.read;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.Role;

/** What a column of a roster holds; its header's synonyms are data. */
public enum PersonColumn {
    NAME,
    UNIT,
    POST,
    USERNAME,
    PHONE,
    OFFICE_PHONE,
    MAIL,
    LIAISONS(Role.LIAISON),
    UNIT_LEADERS(Role.UNIT_LEADER),
    OFFICERS(Role.OFFICER),
    OFFICE_CHIEFS(Role.OFFICE_CHIEF),
    CITY_LEADERS(Role.CITY_LEADER);

    private static final int LONGEST_HEAD = 30;

    /** What follows the post in the head of a column of names. */
    private static final Pattern NAME_OF = Words.pattern("person name of");

    private final @Nullable Pattern synonyms;
    private final @Nullable Role role;

    PersonColumn() {
        this.synonyms = Words.pattern("person " + name());
        this.role = null;
    }

    PersonColumn(Role role) {
        this.synonyms = null;
        this.role = role;
    }

    /** The post of those whose names the column holds; none if it holds something else. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    static Optional<PersonColumn> headedBy(String text) {
        String key = Texts.key(text);
        if (key.isEmpty() || key.length() > LONGEST_HEAD) {
            return Optional.empty();
        }
        return Stream.of(values())
                .filter(column ->
                        column.synonyms != null && column.synonyms.matcher(key).matches())
                .findFirst()
                .or(() -> RosterEntry.role(NAME_OF.matcher(key).replaceAll("")).flatMap(PersonColumn::namesOf));
    }

    /** The column of the names of those who hold the post. */
    static Optional<PersonColumn> namesOf(Role role) {
        return Stream.of(values()).filter(column -> column.role == role).findFirst();
    }
}
