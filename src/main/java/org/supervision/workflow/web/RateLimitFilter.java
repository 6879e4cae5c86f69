package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks people who do too much that costs to wait. Behind the rules of who may do what: refusals cost nothing. */
class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final RefusalAnswers answers;

    RateLimitFilter(RateLimits limits, RefusalAnswers answers) {
        this.limits = limits;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<LimitedAct> act = LimitedAct.of(request, path);
        Duration wait = act.map(each -> limits.take(each, who(each, request))).orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            answers.tooOften(request, response, wait);
        }
    }

    private static String who(LimitedAct act, HttpServletRequest request) {
        return act == LimitedAct.PUBLIC_FILE || request.getRemoteUser() == null
                ? RateLimits.network(request.getRemoteAddr())
                : request.getRemoteUser();
    }
}
