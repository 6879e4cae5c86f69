package org.supervision.workflow.web;

import java.io.Serializable;
import java.security.Principal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Accounts.State;
import org.supervision.identity.CurrentUsers.NamedPrincipal;
import org.supervision.shared.DomainException;
import org.supervision.workflow.DirectoryPeople;

/** Signs callers of REST in by their token. It proves who they are; which posts they hold says the directory. */
@Component
@Profile("keycloak")
class BearerSignIn implements AuthenticationProvider {

    /** Whose token it is. */
    record Bearer(String getName, String displayName, String factors)
            implements Principal, NamedPrincipal, Serializable {

        @Override
        public String way() {
            return "bearer";
        }

        @Override
        public String toString() {
            return getName;
        }
    }

    private final JwtDecoder tokens;
    private final EndedSignIns ended;
    private final DirectoryPeople people;

    BearerSignIn(@Qualifier("bearerTokens") JwtDecoder tokens, EndedSignIns ended, DirectoryPeople people) {
        this.tokens = tokens;
        this.ended = ended;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        Jwt token = decoded(((BearerTokenAuthenticationToken) given).getToken());
        if (token.getSubject() == null) {
            throw new InvalidBearerTokenException("The token names nobody");
        }
        if (ended.contain(token)) {
            throw new InvalidBearerTokenException("The session has ended");
        }
        Account account = current(token);
        return UsernamePasswordAuthenticationToken.authenticated(
                new Bearer(account.username(), account.name(), SecondFactor.named(token)),
                null,
                account.groupPaths().stream().map(SimpleGrantedAuthority::new).toList());
    }

    private Jwt decoded(String token) {
        try {
            return tokens.decode(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not valid", e);
        } catch (JwtException e) {
            throw new SignInUnavailableException(e);
        }
    }

    private Account current(Jwt token) {
        try {
            return people.signedIn(token.getSubject(), token.getClaimAsString(StandardClaimNames.PREFERRED_USERNAME))
                    .filter(account -> account.state() == State.OPEN)
                    .filter(account -> SecondFactor.isEnough(account, token))
                    .orElseThrow(() -> new InvalidBearerTokenException("The person may not come in"));
        } catch (DomainException e) {
            throw new SignInUnavailableException(e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
