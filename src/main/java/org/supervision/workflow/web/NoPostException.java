package org.supervision.workflow.web;

import org.springframework.security.core.AuthenticationException;

/** Somebody who is known where people sign in, but holds no post here. */
class NoPostException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    NoPostException(String username) {
        super("No post: " + username);
    }
}
