package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.supervision.workflow.QueryLimit;

/**
 * Bounds what a query of the engine's web applications answers: one that names no number gets the largest there is. The
 * engine refuses a larger number, and a person's query without any.
 */
class QueryLimitFilter extends OncePerRequestFilter {

    private static final String NUMBER = "maxResults";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(isEmpty(request.getParameter(NUMBER)) ? new BoundedQuery(request) : request, response);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The query with a number of its own, in front of whatever it says. */
    private static class BoundedQuery extends HttpServletRequestWrapper {

        BoundedQuery(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            String bound = NUMBER + "=" + QueryLimit.MOST_RESULTS;
            String asked = super.getQueryString();
            return isEmpty(asked) ? bound : bound + "&" + asked;
        }
    }
}
