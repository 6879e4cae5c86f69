package org.supervision.identity.web;

import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.DomainException;

/** Which government's directory a call is about: the caller's own, or the one an administrator names. */
final class GovernmentScope {

    private GovernmentScope() {}

    /** {@code null} if an administrator names none; another government does not exist for people of one. */
    static @Nullable String of(CurrentUser user, @Nullable String named) {
        if (user.government() == null) {
            return named;
        }
        if (named != null && !named.equals(user.government())) {
            throw DomainException.notFound(named);
        }
        return user.government();
    }

    static String required(CurrentUser user, @Nullable String named) {
        String government = of(user, named);
        if (government == null) {
            throw DomainException.invalidField("government", "identity.error.required");
        }
        return government;
    }
}
