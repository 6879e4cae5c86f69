package org.supervision.identity.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.Role;

/**
 * One person in the list of people.
 *
 * @param unit name, {@code null} outside units
 * @param pending posts named for and not granted yet
 * @param validUntil of a first password that was handed out
 * @param mayKeep whether the reader hands out passwords and posts of this person
 */
record PersonRow(
        String username,
        String name,
        @Nullable String unit,
        List<Role> roles,
        List<Role> pending,
        @Nullable String phone,
        @Nullable String mail,
        State state,
        @Nullable Instant validUntil,
        boolean mayKeep) {

    /** How far a person is with signing in. */
    enum State {
        WAITING,
        HANDED_OUT,
        LAPSED,
        OPEN
    }
}
