package org.supervision.workflow.web;

import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
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

    AccountSignIn(Accounts accounts, FirstPasswords firstPasswords, SignInDelays delays) {
        this.accounts = accounts;
        this.firstPasswords = firstPasswords;
        this.delays = delays;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        Duration remaining = delays.remaining(given.getName());
        if (!remaining.isZero()) {
            throw new SignInTooSoonException(remaining);
        }
        String password =
                given.getCredentials() == null ? "" : given.getCredentials().toString();
        if (!accounts.passwordMatches(given.getName(), password)) {
            delays.count(given.getName());
            throw new BadCredentialsException("Wrong user name or password");
        }
        Account account = accounts.find(given.getName()).orElseThrow();
        if (account.state() == State.CLOSED) {
            delays.count(given.getName());
            throw new BadCredentialsException("The account is closed");
        }
        delays.forget(given.getName());
        if (account.state() == State.FIRST_PASSWORD && firstPasswords.hasLapsed(account.username())) {
            throw new CredentialsExpiredException("The first password was not used in time");
        }
        return signedIn(account);
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
