package org.supervision.workflow.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;

/** Grants access by the posts a person holds: authorities are group paths. */
final class Posts {

    private Posts() {}

    /** Holders of one of these roles, in whichever government. */
    static AuthorizationManager<RequestAuthorizationContext> anyOf(Role... roles) {
        List<Role> granted = List.of(roles);
        return any(post -> granted.contains(post.role()));
    }

    /** People of a government: administrators of the installation see no business content. */
    static AuthorizationManager<RequestAuthorizationContext> ofGovernment() {
        return any(post -> post.government() != null);
    }

    private static AuthorizationManager<RequestAuthorizationContext> any(Predicate<GroupPath> granted) {
        return (authentication, context) ->
                new AuthorizationDecision(authentication.get().isAuthenticated()
                        && authentication.get().getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .map(GroupPath::parse)
                                .flatMap(Optional::stream)
                                .anyMatch(granted));
    }
}
