package org.supervision.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account and the posts it gives.
 *
 * @param government code, {@code null} for administrators of the installation
 * @param unit code, {@code null} outside units
 * @param mail address for messages, {@code null} if none is known
 */
public record Person(
        String username,
        String name,
        @Nullable String government,
        @Nullable String unit,
        Set<Role> roles,
        @Nullable String mail) {

    /** The posts by their groups, in the order of the roles. */
    public List<GroupPath> posts() {
        return roles.stream()
                .sorted()
                .map(role -> switch (role) {
                    case LIAISON, UNIT_LEADER -> new GroupPath(government, unit, role);
                    default -> new GroupPath(government, null, role);
                })
                .toList();
    }

    /** As it is shown to those who do not write to people by office. */
    public Person withoutMail() {
        return new Person(username, name, government, unit, roles, null);
    }

    static Person of(Accounts.Account account) {
        CurrentUser user = CurrentUser.of(account.username(), account.name(), account.groupPaths());
        return new Person(user.username(), user.name(), user.government(), user.unit(), user.roles(), account.mail());
    }
}
