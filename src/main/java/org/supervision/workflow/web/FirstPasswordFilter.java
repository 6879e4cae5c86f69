package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets whoever signed in with a first password choose another, and nothing else: in portal, REST and the engine's applications. */
class FirstPasswordFilter extends OncePerRequestFilter {

    private static final Set<String> ALLOWED =
            Set.of("/password", "/api/v1/me/password", "/login", "/logout", "/error");

    private final RefusalAnswers answers;

    FirstPasswordFilter(RefusalAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (choosesPassword() && !ALLOWED.contains(path) && !path.startsWith("/public/")) {
            answers.choosePassword(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean choosesPassword() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof AccountSignIn.Person person
                && person.choosesPassword();
    }
}
