package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;

/**
 * Has the trail tell what signed-in people were refused and which files they took, whoever refused and whoever wrote the
 * file: it looks at the answer. What is published for everybody is nobody's secret and left out.
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
        boolean refused = response.getStatus() == HttpStatus.FORBIDDEN.value();
        String disposition = response.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        boolean taken = response.getStatus() == HttpStatus.OK.value()
                && disposition != null
                && disposition.startsWith("attachment");
        if (refused || taken) {
            currentUsers.current().ifPresent(user -> record(user, refused, address(request)));
        }
    }

    private void record(CurrentUser user, boolean refused, String address) {
        try {
            if (refused) {
                answers.refused(user, address);
            } else {
                answers.taken(user, address);
            }
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
