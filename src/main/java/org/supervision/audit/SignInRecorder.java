package org.supervision.audit;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Accounts;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;

/**
 * Records who signed in and out and who could not. Calls with HTTP Basic sign in anew each time, of these only the
 * failures are recorded: what such a caller does is recorded anyway.
 */
@Component
@Transactional
class SignInRecorder {

    private static final String OBJECT_TYPE = "account";

    private final AuditEntries entries;
    private final Accounts accounts;

    SignInRecorder(AuditEntries entries, Accounts accounts) {
        this.entries = entries;
        this.accounts = accounts;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        add("sign-in", event.getAuthentication());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        add("sign-out", event.getAuthentication());
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        // What was typed is kept only if it is a username: it might be a password in the wrong field.
        Optional<CurrentUser> known = accounts.find(event.getAuthentication().getName())
                .map(account -> CurrentUser.of(account.username(), account.name(), account.groupPaths()));
        entries.add(
                known.map(CurrentUser::government).orElse(null),
                AuditEntry.ANONYMOUS,
                null,
                "fail-sign-in",
                OBJECT_TYPE,
                known.map(CurrentUser::username).orElse("unknown"),
                Map.of());
    }

    private void add(String act, Authentication authentication) {
        CurrentUser user = CurrentUsers.of(authentication);
        entries.add(user.government(), user.username(), user.name(), act, OBJECT_TYPE, user.username(), Map.of());
    }
}
