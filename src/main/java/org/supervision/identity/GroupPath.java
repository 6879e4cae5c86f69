package org.supervision.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The group that stands for one post, named by path, the same in local and Keycloak mode: {@code
 * <government>/units/<unit>/liaison}, {@code <government>/office/chief}, {@code <government>/city-leader}, {@code
 * admin/audit}.
 */
public record GroupPath(@Nullable String government, @Nullable String unit, Role role) {

    public static GroupPath liaison(String government, String unit) {
        return new GroupPath(government, unit, Role.LIAISON);
    }

    public static GroupPath unitLeader(String government, String unit) {
        return new GroupPath(government, unit, Role.UNIT_LEADER);
    }

    public static GroupPath office(String government, Role role) {
        return new GroupPath(government, null, role);
    }

    public static GroupPath cityLeader(String government) {
        return new GroupPath(government, null, Role.CITY_LEADER);
    }

    public static GroupPath admin(Role role) {
        return new GroupPath(null, null, role);
    }

    /** Reads a path; empty for groups that are no post of ours. */
    public static Optional<GroupPath> parse(String path) {
        String[] parts = path.split("/", -1);
        return switch (parts.length) {
            case 2 ->
                parts[0].equals("admin")
                        ? role(parts[1]).filter(GroupPath::isAdmin).map(GroupPath::admin)
                        : role(parts[1]).filter(Role.CITY_LEADER::equals).map(r -> cityLeader(parts[0]));
            case 3 ->
                parts[1].equals("office")
                        ? role(parts[2])
                                .filter(r -> r == Role.OFFICER || r == Role.OFFICE_CHIEF)
                                .map(r -> office(parts[0], r))
                        : Optional.empty();
            case 4 ->
                parts[1].equals("units")
                        ? role(parts[3])
                                .filter(r -> r == Role.LIAISON || r == Role.UNIT_LEADER)
                                .map(r -> new GroupPath(parts[0], parts[2], r))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * Whether one person may hold them all: rights are those of one government and one unit, and no administrator of the
     * installation holds another post or sees business content (domain: who may do what).
     */
    public static boolean fitTogether(Collection<GroupPath> posts) {
        long ofInstallation =
                posts.stream().filter(post -> isAdmin(post.role())).count();
        return posts.stream().map(GroupPath::government).distinct().count() <= 1
                && posts.stream()
                                .map(GroupPath::unit)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        <= 1
                && ofInstallation <= 1;
    }

    /** Whether somebody who holds the others may get one more without an administrator having another post. */
    public static boolean staysApart(Collection<String> held, GroupPath more) {
        return held.stream()
                .flatMap(path -> parse(path).stream())
                .allMatch(post -> post.equals(more) || !isAdmin(post.role()) && !isAdmin(more.role()));
    }

    private static Optional<Role> role(String segment) {
        return Arrays.stream(Role.values())
                .filter(role -> role.segment().equals(segment))
                .findFirst();
    }

    private static boolean isAdmin(Role role) {
        return role == Role.SYSTEM_ADMIN || role == Role.SECURITY_ADMIN || role == Role.AUDITOR;
    }

    @Override
    public String toString() {
        if (government == null) {
            return "admin/" + role.segment();
        }
        if (unit != null) {
            return government + "/units/" + unit + "/" + role.segment();
        }
        return role == Role.CITY_LEADER ? government + "/" + role.segment() : government + "/office/" + role.segment();
    }
}
