package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The endpoints under {@code /camunda/api} that Cockpit, Tasklist, Admin and Welcome need here: they read, claim and
 * complete, and nothing else. Not listed and so refused, whatever the engine's grants say: the set-up of a first
 * administrator (CVE-2026-77226), deployments, starts, variables, migrations, assignments, accounts and authorizations,
 * saved filters.
 */
class EngineEndpoints implements RequestMatcher {

    private static final String API = "/camunda/api";
    private static final String ENGINE = "/engine/engine/[^/]+";
    private static final String ID = "/[^/]+";

    /** Methods and a pattern of the path behind {@code /camunda/api}. */
    private record Endpoint(Set<String> methods, Pattern path) {}

    private static Endpoint read(String path) {
        return new Endpoint(Set.of("GET", "HEAD"), Pattern.compile(path));
    }

    /** A query whose conditions are in the body. */
    private static Endpoint query(String path) {
        return new Endpoint(Set.of("GET", "HEAD", "POST"), Pattern.compile(path));
    }

    private static Endpoint act(String path) {
        return new Endpoint(Set.of("POST"), Pattern.compile(path));
    }

    /** Which acts a person may take, for buttons to be shown or not. */
    private static Endpoint options(String path) {
        return new Endpoint(Set.of("OPTIONS"), Pattern.compile(path));
    }

    private static final List<Endpoint> ENDPOINTS = List.of(
            // who is signed in
            read("/admin/auth/user" + ID),
            read("/engine/engine/?"),
            read(ENGINE + "/(identity/groups|identity/password-policy|authorization/check|version)"),
            read(ENGINE + "/user" + ID + "/profile"),
            // plug-ins: their scripts, Cockpit's own queries
            read("/(cockpit|admin|tasklist|welcome)/plugin/[^/]+/static/.+"),
            query("/cockpit/plugin/base" + ID + "/(process-definition|process-instance|incident)(/.*)?"),
            // diagrams and instances
            query(ENGINE
                    + "/(process-definition|decision-definition|decision-requirements-definition|case-definition|deployment)"
                    + "(/count)?"),
            read(ENGINE + "/process-definition/(statistics|(key/)?[^/]+(/(xml|diagram|statistics))?)"),
            read(ENGINE + "/decision-definition/(key/)?[^/]+(/(xml|diagram))?"),
            query(ENGINE + "/(process-instance|execution|variable-instance|incident|job|job-definition|external-task"
                    + "|batch)(/count)?"),
            read(ENGINE + "/process-instance" + ID + "(/(activity-instances|variables))?"),
            read(ENGINE + "/(job|job-definition|incident)" + ID),
            query(ENGINE + "/history/(process-instance|activity-instance|task|incident)(/count)?"),
            read(ENGINE + "/history/(process-instance|activity-instance)" + ID),
            // work items
            query(ENGINE + "/task(/count)?"),
            read(ENGINE + "/task" + ID + "(/(form|form-variables|deployed-form|identity-links|comment|attachment))?"),
            act(ENGINE + "/task" + ID + "/(claim|unclaim|complete|submit-form)"),
            read(ENGINE + "/filter(/count)?"),
            read(ENGINE + "/filter" + ID),
            query(ENGINE + "/filter" + ID + "/(list|count|singleResult)"),
            options(ENGINE + "/(filter|task|process-definition|user|group|tenant|authorization)(/[^/]*)?"),
            // accounts, for reading
            query(ENGINE + "/(user|group|tenant)(/count)?"),
            read(ENGINE + "/(group|tenant)" + ID),
            read(ENGINE + "/telemetry/configuration"));

    @Override
    public boolean matches(HttpServletRequest request) {
        String uri = request.getRequestURI().substring(request.getContextPath().length());
        if (!uri.startsWith(API)) {
            return false;
        }
        String path = uri.substring(API.length());
        return ENDPOINTS.stream()
                .anyMatch(endpoint -> endpoint.methods().contains(request.getMethod())
                        && endpoint.path().matcher(path).matches());
    }
}
