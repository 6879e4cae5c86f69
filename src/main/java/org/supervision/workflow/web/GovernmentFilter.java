package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.supervision.identity.GroupPath;

/**
 * Confines what portal and REST requests do in the engine to the caller's government. The person is left out on purpose:
 * what the application itself does for them, such as starting a process, needs no grant of theirs; completing a work
 * item adds the person ({@code WorkItems}).
 */
class GovernmentFilter extends OncePerRequestFilter {

    private final IdentityService identity;

    GovernmentFilter(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        identity.setAuthentication(null, List.of(), governments());
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static List<String> governments() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? List.of()
                : authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .map(GroupPath::parse)
                        .flatMap(Optional::stream)
                        .flatMap(post -> Optional.ofNullable(post.government()).stream())
                        .distinct()
                        .toList();
    }
}
