package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Hands the person Spring Security has signed in to the engine's web applications, by name only: they read groups and
 * tenants from the engine's identity service themselves, again every 30 seconds.
 */
public class EngineApplicationsSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return request.getUserPrincipal() == null
                ? AuthenticationResult.unsuccessful()
                : AuthenticationResult.successful(request.getUserPrincipal().getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Spring Security has already answered whoever is not signed in.
    }
}
