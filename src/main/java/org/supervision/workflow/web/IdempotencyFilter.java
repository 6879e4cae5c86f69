package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.supervision.workflow.web.IdempotentWrites.Answer;

/**
 * Lets a caller repeat a write whose answer was lost: with the same {@code Idempotency-Key} the first answer is given
 * again and nothing happens twice. Runs after Spring Security, so keys belong to the person who is signed in.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH");
    private static final int LONGEST_KEY = 200;

    private final IdempotentWrites writes;
    private final RefusalAnswers refusals;

    IdempotencyFilter(IdempotentWrites writes, RefusalAnswers refusals) {
        this.writes = writes;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null
                || !WRITES.contains(request.getMethod())
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refusals.answer(request, response, HttpStatus.BAD_REQUEST, "workflow.problem.idempotency-key");
            return;
        }
        String username = request.getUserPrincipal().getName();
        String write = request.getMethod() + " " + request.getRequestURI();
        Optional<Answer> earlier = writes.begin(username, key, write);
        if (earlier.isEmpty()) {
            writeOnce(request, response, chain, username, key, write);
        } else if (!earlier.get().request().equals(write)) {
            refusals.answer(
                    request, response, HttpStatus.UNPROCESSABLE_ENTITY, "workflow.problem.idempotency-key-reused");
        } else if (earlier.get().status() == null) {
            refusals.answer(request, response, HttpStatus.CONFLICT, "workflow.problem.write-under-way");
        } else {
            repeat(earlier.get(), response);
        }
    }

    private void writeOnce(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String username,
            String key,
            String write)
            throws IOException, ServletException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, answer);
            answered = answer.getStatus() < 500;
        } finally {
            if (answered) {
                writes.end(
                        username,
                        key,
                        new Answer(
                                write,
                                answer.getStatus(),
                                answer.getContentType(),
                                answer.getHeader(HttpHeaders.LOCATION),
                                answer.getContentAsByteArray()));
            } else {
                writes.forget(username, key);
            }
        }
        answer.copyBodyToResponse();
    }

    private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.setHeader("Idempotency-Replayed", "true");
        if (answer.body() != null) {
            response.getOutputStream().write(answer.body());
        }
    }
}
