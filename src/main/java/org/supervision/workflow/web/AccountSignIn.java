package org.supervision.workflow.web;

import java.io.Serializable;
import java.security.Principal;
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

    AccountSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String password =
                given.getCredentials() == null ? "" : given.getCredentials().toString();
        if (!accounts.passwordMatches(given.getName(), password)) {
            throw new BadCredentialsException("Wrong user name or password");
        }
        Account account = accounts.find(given.getName()).orElseThrow();
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
