package org.supervision.identity.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Role;

/** The manuals there are, each for those who hold a post, in the order they are listed. */
enum Manual {
    LIAISON,
    UNIT_LEADER,
    OFFICER,
    CHIEF,
    CITY_LEADER,
    ADMINISTRATORS,
    OPERATOR,
    OPEN_DATA;

    /** Its file and the end of its address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Manual> of(String word) {
        return Stream.of(values()).filter(manual -> manual.word().equals(word)).findFirst();
    }

    /** For whoever holds several posts that of the highest, whose holders read the others' as well. */
    static Manual of(CurrentUser user) {
        if (user.is(Role.CITY_LEADER)) {
            return CITY_LEADER;
        }
        if (user.isOffice()) {
            return user.is(Role.OFFICE_CHIEF) ? CHIEF : OFFICER;
        }
        if (user.is(Role.SYSTEM_ADMIN) || user.is(Role.SECURITY_ADMIN) || user.is(Role.AUDITOR)) {
            return ADMINISTRATORS;
        }
        return user.is(Role.UNIT_LEADER) ? UNIT_LEADER : LIAISON;
    }
}
