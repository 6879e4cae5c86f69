package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads on within the application only: of the address somebody wanted before signing in, path and query count, never
 * the host that request has named.
 */
class OwnAddresses implements RedirectStrategy {

    /** Goes on to the page that was wanted, else to the desk. */
    static SavedRequestAwareAuthenticationSuccessHandler afterSignIn() {
        SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
        onward.setRedirectStrategy(new OwnAddresses());
        return onward;
    }

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url) throws IOException {
        // What was wanted is a whole address; one of the application's own begins behind its context path.
        UriComponents wanted = UriComponentsBuilder.fromUriString(
                        url.startsWith("/") ? request.getContextPath() + url : url)
                .build();
        String path = "/" + String.valueOf(wanted.getPath()).replaceFirst("^/+", "");
        response.sendRedirect(wanted.getQuery() == null ? path : path + "?" + wanted.getQuery());
    }
}
