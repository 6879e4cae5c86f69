package org.supervision.workflow.process;

import org.supervision.shared.DomainException;

/** Keycloak has not done what it was asked. */
class KeycloakException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** Only silence passes by itself; what is known of people goes on for a time through it, and through nothing else. */
    enum Why {
        SILENT("identity.error.directory-silent"),
        /** It does not know the application any more, or not by this secret. */
        SHUT_OUT("identity.error.directory-refuses"),
        REFUSED("identity.error.directory-refuses");

        private final String code;

        Why(String code) {
            this.code = code;
        }
    }

    private final Why why;

    KeycloakException(Why why) {
        super(Kind.UNAVAILABLE, why.code);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
