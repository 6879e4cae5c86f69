package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;
import org.supervision.identity.SignIns;

/** Ties a session to the sign-in it began with: it is good for as long as that goes on. */
@Component
class SessionSignIns implements SessionAuthenticationStrategy, LogoutHandler {

    /** Header of what a page asks by itself again and again: nobody need sit before it. */
    static final String POLLS = "X-Polls";

    private final SignIns signIns;

    SessionSignIns(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public void onAuthentication(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        of(request).ifPresent(signIns::left);
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        request.getSession()
                .setAttribute(
                        SignIns.ATTRIBUTE,
                        signIns.begin(person.getName(), request.getRemoteAddr(), agent == null ? "" : agent));
    }

    /** What was entered otherwise than by a session does not end with one. */
    boolean goesOn(HttpServletRequest request) {
        Optional<UUID> signIn = of(request);
        if (signIn.isEmpty() || signIns.goesOn(signIn.get(), request.getHeader(POLLS) == null)) {
            return true;
        }
        end(request);
        return false;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
        of(request).ifPresent(signIns::left);
    }

    static Optional<UUID> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SignIns.ATTRIBUTE) instanceof UUID id
                ? Optional.of(id)
                : Optional.empty();
    }

    private static void end(HttpServletRequest request) {
        try {
            request.getSession(false).invalidate();
        } catch (IllegalStateException e) {
            // Another request of the page has ended it.
        }
    }
}
