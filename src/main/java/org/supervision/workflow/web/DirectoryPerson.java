package org.supervision.workflow.web;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.CurrentUsers.NamedPrincipal;

/** Somebody who signed in at Keycloak. Its token says who it is; which posts they hold says the directory. */
class DirectoryPerson extends DefaultOidcUser implements NamedPrincipal {

    private static final long serialVersionUID = 1L;

    private final String displayName;

    private DirectoryPerson(Collection<GrantedAuthority> groups, OidcIdToken token, String displayName) {
        super(groups, token, StandardClaimNames.PREFERRED_USERNAME);
        this.displayName = displayName;
    }

    static DirectoryPerson of(Account account, OidcIdToken token) {
        return new DirectoryPerson(
                account.groupPaths().stream()
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList(),
                token,
                account.name());
    }

    @Override
    public String displayName() {
        return displayName;
    }
}
