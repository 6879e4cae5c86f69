package org.supervision.workflow.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests of the portal that need a token: all that may change something. The page that tells of an error changes nothing,
 * and an upload that was cut off has no token to read.
 */
class PortalWrites implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }
}
