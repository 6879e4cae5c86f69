package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.CurrentUsers.NamedPrincipal;

/**
 * Has the trail tell what signed-in people were refused, which files they took or looked at, whether they try addresses
 * that are not there or values that are none, and that they come with credentials of the call alone, whoever refused and whoever wrote the file: it looks at the answer. What is published for everybody is nobody's secret and left out.
 */
class RecordedAnswersFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RecordedAnswersFilter.class);

    private static final int LONGEST_ADDRESS = 300;

    private final AnswerRecord answers;
    private final CurrentUsers currentUsers;

    RecordedAnswersFilter(AnswerRecord answers, CurrentUsers currentUsers) {
        this.answers = answers;
        this.currentUsers = currentUsers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return path(request).startsWith("/public");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            // Also where the reader hung up before the last byte: the file is as good as taken.
            record(request, response);
        }
    }

    private void record(HttpServletRequest request, HttpServletResponse response) {
        BiConsumer<CurrentUser, String> told = toTell(request, response);
        if (told != null) {
            currentUsers.current().ifPresent(user -> record(user, told, address(request)));
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
                && SessionSignIns.of(request).isEmpty()) {
            currentUsers.current().ifPresent(user -> recordSignIn(user, request));
        }
    }

    private void recordSignIn(CurrentUser user, HttpServletRequest request) {
        Authentication signIn = SecurityContextHolder.getContext().getAuthentication();
        if (signIn != null && signIn.getPrincipal() instanceof NamedPrincipal person) {
            String way = person.way().equals("form") ? "basic" : person.way();
            record(
                    user,
                    (who, from) -> answers.signedIn(who, way, person.factors(), from),
                    String.valueOf(request.getRemoteAddr()));
        }
    }

    private @Nullable BiConsumer<CurrentUser, String> toTell(HttpServletRequest request, HttpServletResponse response) {
        String disposition = response.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        return switch (response.getStatus()) {
            case 403 -> answers::refused;
            case 404 -> answers::notFound;
            case 413, 415 -> answers::fileRefused;
            case 429 -> answers::slowed;
            case 400, 422 -> isUpload(request) ? answers::fileRefused : answers::invalid;
            case 200 ->
                disposition == null
                        ? null
                        : disposition.startsWith("attachment")
                                ? answers::taken
                                : disposition.startsWith("inline") ? answers::viewed : null;
            default -> null;
        };
    }

    private static boolean isUpload(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/");
    }

    private void record(CurrentUser user, BiConsumer<CurrentUser, String> told, String address) {
        try {
            told.accept(user, address);
        } catch (RuntimeException e) {
            log.error("{} got an answer that is not in the trail: {}", user.username(), address, e);
        }
    }

    private static String address(HttpServletRequest request) {
        String address = request.getMethod() + " " + path(request);
        return address.length() > LONGEST_ADDRESS ? address.substring(0, LONGEST_ADDRESS) : address;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
