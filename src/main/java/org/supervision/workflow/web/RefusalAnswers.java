package org.supervision.workflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.supervision.workflow.Refusals;

/** Answers what ends before any controller: endpoints with problem+json, pages with sign-in or an error page. */
@Component
class RefusalAnswers implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    /** Attribute of a request whose sender could not be recognized: the message that says why. */
    static final String UNAVAILABLE = RefusalAnswers.class.getName() + ".unavailable";

    private static final String SIGN_IN_PAGE = "/login";

    private static final String TOO_SOON = "workflow.problem.sign-in-too-soon";

    private static final String ELSEWHERE = "workflow.problem.administrators-elsewhere";

    private static final String TOO_OFTEN = "workflow.problem.too-often";

    private final ObjectMapper json;
    private final Refusals refusals;
    private final LocaleResolver locales;
    private final Addresses addresses;
    private final SignInMode mode;
    private final EnginePort port;

    RefusalAnswers(
            ObjectMapper json,
            Refusals refusals,
            LocaleResolver locales,
            Addresses addresses,
            SignInMode mode,
            EnginePort port) {
        this.json = json;
        this.refusals = refusals;
        this.locales = locales;
        this.addresses = addresses;
        this.mode = mode;
        this.port = port;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof SignInUnavailableException) {
            unavailable(request, response, reason.getMessage());
            return;
        }
        if (request.getAttribute(UNAVAILABLE) instanceof String code) {
            unavailable(request, response, code);
            return;
        }
        if (!isEndpoint(request)) {
            askToSignIn(request, response);
            return;
        }
        if (reason instanceof SignInTooSoonException tooSoon) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooSoon.seconds()));
            answer(request, response, HttpStatus.TOO_MANY_REQUESTS, TOO_SOON, tooSoon.seconds());
            return;
        }
        if (reason instanceof CredentialsExpiredException) {
            answer(request, response, HttpStatus.UNAUTHORIZED, "workflow.problem.first-password-lapsed");
            return;
        }
        // Browsers say how they fetch; one that were asked for Basic credentials would remember and send them unasked.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, mode.challenge());
        }
        answer(request, response, HttpStatus.UNAUTHORIZED, "workflow.problem.not-signed-in");
    }

    /** On the sign-in page. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof SignInUnavailableException) {
            unavailable(request, response, reason.getMessage());
            return;
        }
        String said = reason instanceof NoPostException
                ? "noPost"
                : reason instanceof SignInTooSoonException tooSoon
                        ? "wait=" + tooSoon.seconds()
                        : reason instanceof CredentialsExpiredException ? "lapsed" : "error";
        response.sendRedirect(request.getContextPath() + "/login?" + said);
    }

    /** A part of a page cannot show another server's sign-in: the whole page is loaded again, which can. */
    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") == null || mode.address().equals(SIGN_IN_PAGE)) {
            boolean expired = mode.address().equals(SIGN_IN_PAGE) && hasLostItsSession(request);
            response.sendRedirect(port.portal(request) + mode.address() + (expired ? "?expired" : ""));
            return;
        }
        response.setHeader("HX-Refresh", "true");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    /** Whoever was signed in and is not any more learns that nothing else is wrong. */
    private static boolean hasLostItsSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    /** Who somebody is cannot be found out at the moment; that says nothing about them. */
    void unavailable(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        request.setAttribute("said", refusals.text(code, List.of(), locales.resolveLocale(request)));
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, code);
    }

    /**
     * Whoever is signed in learns whether there is such an address at all. The engine's endpoints are not told apart:
     * those not listed do exist.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException && hasLostItsSession(request) && !isEndpoint(request)) {
            askToSignIn(request, response);
            return;
        }
        if (!(reason instanceof CsrfException) && !isOfEngine(request) && !addresses.isAnswered(request)) {
            answer(request, response, HttpStatus.NOT_FOUND, "workflow.problem.not-found");
            return;
        }
        answer(request, response, HttpStatus.FORBIDDEN, "workflow.problem.no-right");
    }

    /** Somebody does too often what costs. */
    void tooOften(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        long seconds = wait.plusMillis(999).toSeconds();
        request.setAttribute("said", refusals.text(TOO_OFTEN, List.of(seconds), locales.resolveLocale(request)));
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        answer(request, response, HttpStatus.TOO_MANY_REQUESTS, TOO_OFTEN, seconds);
    }

    /** An administrator is not where administrators work. */
    void elsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute("said", refusals.text(ELSEWHERE, List.of(), locales.resolveLocale(request)));
        answer(request, response, HttpStatus.FORBIDDEN, ELSEWHERE);
    }

    /** Whoever has a first password chooses another before anything else. */
    void choosePassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isEndpoint(request)) {
            answer(request, response, HttpStatus.FORBIDDEN, "workflow.problem.first-password");
        } else {
            response.sendRedirect(port.portal(request) + "/password");
        }
    }

    void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            Object... arguments)
            throws IOException {
        if (!isEndpoint(request)) {
            // The error page is the portal's, whatever would have been at this address.
            response.setHeader("Content-Security-Policy", StrictHeaders.PORTAL_CONTENT);
            response.sendError(status.value());
            return;
        }
        String detail = refusals.text(code, List.of(arguments), locales.resolveLocale(request));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problem.of(status, code, detail, List.of()));
    }

    private static boolean isEndpoint(HttpServletRequest request) {
        return path(request).startsWith("/api/") || path(request).startsWith("/camunda/api/");
    }

    private static boolean isOfEngine(HttpServletRequest request) {
        return path(request).startsWith("/camunda/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
