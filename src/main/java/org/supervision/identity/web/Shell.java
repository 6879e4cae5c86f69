package org.supervision.identity.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Role;

/**
 * What stands in the top bar of every page.
 *
 * @param post the first of the person's roles
 * @param sections names of the sections the person may open, in their order
 */
record Shell(
        @Nullable String governmentName,
        @Nullable String unitName,
        String personName,
        @Nullable Role post,
        List<String> sections) {

    static Shell of(CurrentUser user, @Nullable String governmentName, @Nullable String unitName) {
        return new Shell(
                governmentName,
                unitName,
                user.name(),
                user.roles().stream().sorted().findFirst().orElse(null),
                sections(user));
    }

    private static List<String> sections(CurrentUser user) {
        List<String> sections = new ArrayList<>(List.of("desk"));
        if (user.government() != null) {
            sections.addAll(List.of("key-tasks", "rounds", "slips", "change-requests", "statistics"));
        }
        if (user.isOffice()) {
            sections.addAll(List.of("inspections", "imports"));
        }
        if (user.government() != null || user.is(Role.SYSTEM_ADMIN)) {
            sections.add("units");
        }
        if (user.is(Role.OFFICE_CHIEF) || user.is(Role.SYSTEM_ADMIN)) {
            sections.add("people");
        }
        if (user.is(Role.SECURITY_ADMIN)) {
            sections.add("posts");
        }
        if (user.is(Role.SYSTEM_ADMIN)) {
            sections.add("channels");
        }
        if (user.is(Role.OFFICE_CHIEF) || user.is(Role.AUDITOR)) {
            sections.add("audit");
        }
        sections.add("calendar");
        sections.add("public");
        return List.copyOf(sections);
    }
}
