package org.supervision.workflow.web;

import org.springframework.security.core.AuthenticationException;

/** An administrator has come without a second factor. */
class SecondFactorException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    SecondFactorException(String username) {
        super("No second factor: " + username);
    }
}
