package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Writes that need a CSRF token: those of a session, and those with credentials a browser has added by itself. Credentials
 * a program sends need none, nor does who has no session: they are asked to sign in.
 */
class SessionWrites implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        ? request.getSession(false) != null
                        : isSentByABrowser(request));
    }

    private static boolean isSentByABrowser(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Site") != null || request.getHeader(HttpHeaders.ORIGIN) != null;
    }
}
