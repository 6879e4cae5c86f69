package org.supervision.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers who is acting, from Spring Security's context; the authorities are the group paths in every sign-in mode. */
@Component
public class CurrentUsers {

    /** Implemented by principals that know the person's display name and how they have proved who they are. */
    public interface NamedPrincipal {
        String displayName();

        /** By which way they came in: {@code form}, {@code keycloak} or with each call {@code basic}, {@code bearer}. */
        default String way() {
            return "form";
        }

        /** What was asked for, as the claim {@code amr} names it (RFC 8176), joined by a plus sign. */
        default String factors() {
            return "pwd";
        }
    }

    /** Empty for jobs of the engine and for anonymous readers. */
    public Optional<CurrentUser> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(of(authentication));
    }

    /** The person behind a sign-in, whether or not it is the current one. */
    public static CurrentUser of(Authentication authentication) {
        String name = authentication.getPrincipal() instanceof NamedPrincipal named
                ? named.displayName()
                : authentication.getName();
        return CurrentUser.of(
                authentication.getName(),
                name,
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }

    public CurrentUser required() {
        return current().orElseThrow(() -> new AccessDeniedException("not signed in"));
    }

    /** Who is acting, if in one of these roles; anybody else is turned away. */
    public CurrentUser requiredIn(Role... roles) {
        CurrentUser user = required();
        if (Arrays.stream(roles).noneMatch(user::is)) {
            throw new AccessDeniedException("needs one of " + Arrays.toString(roles));
        }
        return user;
    }
}
