package org.supervision.workflow.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.GroupPath;

/**
 * Administrators of the installation come in with a second factor only, and Keycloak has to say that it was asked for:
 * whoever becomes one while signed in has a session it was not asked for in.
 */
final class SecondFactor {

    /** Of the claim {@code amr}, as the realm names a one-time code. */
    private static final String ONE_TIME_CODE = "otp";

    private SecondFactor() {}

    static boolean isEnough(Account account, ClaimAccessor token) {
        boolean isAdministrator = account.groupPaths().stream()
                .flatMap(path -> GroupPath.parse(path).stream())
                .anyMatch(post -> post.government() == null);
        if (!isAdministrator) {
            return true;
        }
        return asked(token).contains(ONE_TIME_CODE);
    }

    private static List<String> asked(ClaimAccessor token) {
        List<String> asked = token.getClaimAsStringList("amr");
        return asked == null ? List.of() : asked;
    }

    /** All that was asked for, in one word; a dash if Keycloak does not say. */
    static String named(ClaimAccessor token) {
        String all = asked(token).stream().sorted().collect(Collectors.joining("+"));
        return all.isEmpty() ? "-" : all.substring(0, Math.min(all.length(), 100));
    }
}
