package org.supervision.workflow.web;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.CurrentUsers.NamedPrincipal;

/** Somebody who signed in at Keycloak. Its token says who it is; which posts they hold says the directory. */
class DirectoryPerson extends DefaultOidcUser implements NamedPrincipal {

    private static final long serialVersionUID = 1L;

    private final String username;
    private final String displayName;

    private DirectoryPerson(
            Collection<GrantedAuthority> groups, OidcIdToken token, String username, String displayName) {
        super(groups, token);
        this.username = username;
        this.displayName = displayName;
    }

    static DirectoryPerson of(Account account, OidcIdToken token) {
        return new DirectoryPerson(
                account.groupPaths().stream()
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList(),
                token,
                account.username(),
                account.name());
    }

    /** As they are called here, whatever they are called at Keycloak now. */
    @Override
    public String getName() {
        return username;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public String way() {
        return "keycloak";
    }

    @Override
    public String factors() {
        return SecondFactor.named(getIdToken());
    }
}
