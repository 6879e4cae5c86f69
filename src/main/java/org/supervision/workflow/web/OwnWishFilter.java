package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs nobody in whom another site has sent here behind their back: whoever is known at Keycloak would come in without
 * having done anything. They find the sign-in page and its button. Browsers tell who wanted a page (Fetch Metadata).
 */
class OwnWishFilter extends OncePerRequestFilter {

    /** Typed or bookmarked, or led to by a page of this application. */
    private static final Set<String> FROM_HERE = Set.of("none", "same-origin");

    private final RequestMatcher begins;

    OwnWishFilter(RequestMatcher begins) {
        this.begins = begins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (begins.matches(request) && !isWanted(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWanted(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return from == null
                || isPage(request.getHeader("Sec-Fetch-Dest"))
                        && (FROM_HERE.contains(from) || "?1".equals(request.getHeader("Sec-Fetch-User")));
    }

    private static boolean isPage(@Nullable String destination) {
        return destination == null || destination.equals("document");
    }
}
