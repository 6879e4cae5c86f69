package org.supervision.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who is acting: a person with the posts held in at most one government and at most one unit.
 *
 * @param government code, {@code null} for administrators of the installation
 * @param unit code, {@code null} outside units
 */
public record CurrentUser(
        String username,
        String name,
        @Nullable String government,
        @Nullable String unit,
        Set<Role> roles,
        Set<String> groupPaths) {

    /** Derives government, unit and roles from the group paths a person is in. */
    public static CurrentUser of(String username, String name, Set<String> groupPaths) {
        Set<GroupPath> posts = groupPaths.stream()
                .flatMap(path -> GroupPath.parse(path).stream())
                .collect(Collectors.toSet());
        return new CurrentUser(
                username,
                name,
                posts.stream()
                        .map(GroupPath::government)
                        .filter(g -> g != null)
                        .sorted()
                        .findFirst()
                        .orElse(null),
                posts.stream()
                        .map(GroupPath::unit)
                        .filter(u -> u != null)
                        .sorted()
                        .findFirst()
                        .orElse(null),
                posts.stream().map(GroupPath::role).collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(groupPaths));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Officer or chief of the supervision office. */
    public boolean isOffice() {
        return is(Role.OFFICER) || is(Role.OFFICE_CHIEF);
    }

    /** Whether the person reads every business object of the own government (domain: who may do what). */
    public boolean readsWholeGovernment() {
        return isOffice() || is(Role.CITY_LEADER);
    }

    public boolean isOfUnit(@Nullable String unitCode) {
        return unit != null && unit.equals(unitCode);
    }

    /** The government, for acts that only people of a government may do. */
    public String requiredGovernment() {
        if (government == null) {
            throw new AccessDeniedException("no government");
        }
        return government;
    }

    /** The unit, for acts that only people of a unit may do. */
    public String requiredUnit() {
        if (unit == null) {
            throw new AccessDeniedException("no unit");
        }
        return unit;
    }
}
