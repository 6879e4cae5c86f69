package org.supervision.workflow.web;

import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Accounts.State;
import org.supervision.identity.CurrentUsers.NamedPrincipal;
import org.supervision.identity.FirstPasswords;

/** Signs local accounts in by password; a person's authorities are the paths of their groups. */
@Component
@Profile("!keycloak")
class AccountSignIn implements AuthenticationProvider {

    /**
     * Who is signed in; kept in the session.
     *
     * @param choosesPassword whether the one given was handed out and has to be changed before anything else
     */
    record Person(String getName, String displayName, boolean choosesPassword)
            implements Principal, NamedPrincipal, Serializable {

        @Override
        public String toString() {
            return getName;
        }
    }

    private final Accounts accounts;
    private final FirstPasswords firstPasswords;
    private final SignInDelays delays;
    private final RateLimits limits;

    AccountSignIn(Accounts accounts, FirstPasswords firstPasswords, SignInDelays delays, RateLimits limits) {
        this.limits = limits;
        this.accounts = accounts;
        this.firstPasswords = firstPasswords;
        this.delays = delays;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        Account account = known(given);
        if (account.state() == State.FIRST_PASSWORD && firstPasswords.hasLapsed(account.username())) {
            throw new CredentialsExpiredException("The first password was not used in time");
        }
        return signedIn(account);
    }

    /** Counted against the address before the password is looked at, so that many at once are counted too. */
    private Account known(Authentication given) {
        String address =
                given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Duration wait = limits.take(LimitedAct.FAILED_SIGN_IN, RateLimits.network(address));
        if (!wait.isZero()) {
            throw new SignInTooSoonException(wait);
        }
        boolean guessed = false;
        try {
            Optional<Account> account = open(given);
            guessed = account.isEmpty();
            return account.orElseThrow(() -> new BadCredentialsException("Wrong user name or password"));
        } finally {
            if (!guessed) {
                limits.giveBack(LimitedAct.FAILED_SIGN_IN, RateLimits.network(address));
            }
        }
    }

    private Optional<Account> open(Authentication given) {
        String password =
                given.getCredentials() == null ? "" : given.getCredentials().toString();
        AtomicReference<Account> found = new AtomicReference<>();
        delays.attempt(given.getName(), () -> {
            if (accounts.passwordMatches(given.getName(), password)) {
                accounts.find(given.getName())
                        .filter(account -> account.state() != State.CLOSED)
                        .ifPresent(found::set);
            }
            return found.get() != null;
        });
        return Optional.ofNullable(found.get());
    }

    /** The person of an account with the posts held now; none while the first password is to be changed. */
    static Authentication signedIn(Account account) {
        boolean choosesPassword = account.state() == State.FIRST_PASSWORD;
        List<SimpleGrantedAuthority> groups = choosesPassword
                ? List.of()
                : account.groupPaths().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(
                new Person(account.username(), account.name(), choosesPassword), null, groups);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
