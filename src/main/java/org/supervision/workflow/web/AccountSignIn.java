package org.supervision.workflow.web;

import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.CurrentUsers.NamedPrincipal;

/** Signs local accounts in by password; a person's authorities are the paths of their groups. */
@Component
class AccountSignIn implements AuthenticationProvider {

    /** Who is signed in; kept in the session. */
    record Person(String getName, String displayName) implements Principal, NamedPrincipal, Serializable {

        @Override
        public String toString() {
            return getName;
        }
    }

    private final Accounts accounts;
    private final SignInDelays delays;

    AccountSignIn(Accounts accounts, SignInDelays delays) {
        this.accounts = accounts;
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
        delays.forget(given.getName());
        return signedIn(accounts.find(given.getName()).orElseThrow());
    }

    /** The person of an account with the posts held now. */
    static Authentication signedIn(Account account) {
        List<SimpleGrantedAuthority> groups =
                account.groupPaths().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(
                new Person(account.username(), account.name()), null, groups);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
