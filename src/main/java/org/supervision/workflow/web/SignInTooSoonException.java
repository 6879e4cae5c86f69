package org.supervision.workflow.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** An attempt to sign in before the delay after wrong passwords is over; the password was not looked at. */
class SignInTooSoonException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    SignInTooSoonException(Duration remaining) {
        super("Wrong passwords before");
        this.seconds = remaining.plusMillis(999).toSeconds();
    }

    /** When it may be tried again, at least 1. */
    long seconds() {
        return seconds;
    }
}
