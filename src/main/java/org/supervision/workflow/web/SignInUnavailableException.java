package org.supervision.workflow.web;

import org.springframework.security.core.AuthenticationException;

/** Who somebody is could not be found out because another server does not answer; says so by a key of a message. */
class SignInUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    SignInUnavailableException(Throwable cause) {
        super("identity.error.directory-unavailable", cause);
    }
}
