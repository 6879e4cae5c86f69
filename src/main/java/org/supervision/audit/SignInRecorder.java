package org.supervision.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureCredentialsExpiredEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.audit.FailedSignIns.Attempt;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.CurrentUsers.NamedPrincipal;
import org.supervision.shared.AuditableEvent.Change;

/**
 * Records who signed in and out and who could not, from where, by which way and with which factors, and why not. Calls
 * that bring their credentials sign in anew each time: of these the failures are recorded here, and that somebody comes so
 * once an hour ({@code workflow}).
 */
@Component
class SignInRecorder {

    static final String OBJECT_TYPE = "account";
    static final String FAILED = "fail-sign-in";

    private final AuditEntries entries;
    private final FailedSignIns failures;
    private final Accounts accounts;

    SignInRecorder(AuditEntries entries, FailedSignIns failures, Accounts accounts) {
        this.entries = entries;
        this.failures = failures;
        this.accounts = accounts;
    }

    @EventListener
    @Transactional
    public void signedIn(InteractiveAuthenticationSuccessEvent event) {
        add("sign-in", event.getAuthentication());
    }

    @EventListener
    @Transactional
    public void signedOut(LogoutSuccessEvent event) {
        add("sign-out", event.getAuthentication());
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        // What was typed is kept only if it is a username: it might be a password in the wrong field.
        Optional<Account> known = event.getAuthentication() instanceof UsernamePasswordAuthenticationToken typed
                ? accounts.find(typed.getName())
                : Optional.empty();
        failures.add(new Attempt(
                known.map(account -> CurrentUser.of(account.username(), account.name(), account.groupPaths())
                                .government())
                        .orElse(null),
                known.map(Account::username).orElse(FailedSignIns.UNKNOWN),
                address(event.getAuthentication()),
                reason(event, known)));
    }

    private static String reason(AbstractAuthenticationFailureEvent event, Optional<Account> known) {
        AuthenticationException exception = event.getException();
        if (event instanceof AuthenticationFailureLockedEvent) {
            return "too-soon";
        }
        if (event instanceof AuthenticationFailureCredentialsExpiredEvent) {
            return "lapsed";
        }
        if (event instanceof AuthenticationFailureServiceExceptionEvent) {
            return "unavailable";
        }
        if (exception.getClass().getName().contains(".oauth2.")) {
            return "token";
        }
        return known.map(account -> account.state() == Accounts.State.CLOSED ? "closed" : "wrong-password")
                .orElse("unknown-account");
    }

    private void add(String act, Authentication authentication) {
        CurrentUser user = CurrentUsers.of(authentication);
        Map<String, Change> told = new LinkedHashMap<>();
        told.put("signIn.address", new Change(null, address(authentication)));
        if (authentication.getPrincipal() instanceof NamedPrincipal person) {
            told.put("signIn.way", new Change(null, person.way()));
            told.put("signIn.factors", new Change(null, person.factors()));
        }
        entries.add(user.government(), user.username(), user.name(), act, OBJECT_TYPE, user.username(), told);
    }

    /** Where the call came from, behind a proxy that is trusted as it says. */
    private static String address(Authentication authentication) {
        return CallerAddress.of(
                authentication.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : null);
    }
}
