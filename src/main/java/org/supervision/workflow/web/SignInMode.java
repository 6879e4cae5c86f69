package org.supervision.workflow.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;

/** How people prove who they are: by a password of the application's own, or at Keycloak. */
interface SignInMode {

    /** Where a browser is sent that has to sign in. */
    String address();

    /** What a program is asked for that has given nothing, as the header {@code WWW-Authenticate} says it. */
    String challenge();

    /** Where a form of a page may end besides here, as a content security policy names it; empty for nowhere. */
    String formTargets();

    void portal(HttpSecurity http, RefusalAnswers answers) throws Exception;

    void rest(HttpSecurity http, RefusalAnswers answers) throws Exception;

    void engineApplications(HttpSecurity http, RefusalAnswers answers) throws Exception;

    /**
     * Somebody who signed in before, with the posts held now; {@code null} for who may come in no more.
     *
     * @throws org.supervision.shared.DomainException if that cannot be found out for too long
     */
    @Nullable
    Authentication now(Authentication kept);
}
