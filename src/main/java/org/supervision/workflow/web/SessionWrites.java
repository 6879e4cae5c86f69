package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Writes that need a CSRF token: all but those that bring their own credentials. A browser may add remembered Basic
 * credentials to a foreign page's request, but then it says where the request comes from.
 */
class SessionWrites implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        boolean ownCredentials = request.getHeader(HttpHeaders.AUTHORIZATION) != null
                && request.getHeader("Sec-Fetch-Site") == null
                && request.getHeader(HttpHeaders.ORIGIN) == null;
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !ownCredentials;
    }
}
