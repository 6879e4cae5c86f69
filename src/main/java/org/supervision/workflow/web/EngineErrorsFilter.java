package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the engine's endpoints say what is wrong in words of the engine and never in those of the libraries below, which
 * name classes. What belongs to another government, which the engine takes for a failure of its own, is not told of.
 */
class EngineErrorsFilter extends OncePerRequestFilter {

    /** The engine's number for an object of a tenant that is not the caller's. */
    private static final String OF_ANOTHER_GOVERNMENT = "ENGINE-13034";

    private final RefusalAnswers answers;

    EngineErrorsFilter(RefusalAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldError error = new HeldError(response);
        chain.doFilter(request, error);
        if (error.body == null || error.body.size() == 0) {
            return;
        }
        HttpStatus status = HttpStatus.valueOf(response.getStatus());
        if (error.body.toString(StandardCharsets.UTF_8).contains(OF_ANOTHER_GOVERNMENT)) {
            answer(request, response, HttpStatus.NOT_FOUND, "workflow.problem.not-found");
        } else if (String.valueOf(response.getContentType()).contains("json")) {
            response.getOutputStream().write(error.body.toByteArray());
        } else if (status.is4xxClientError()) {
            answer(request, response, status, "workflow.problem.bad-request");
        } else {
            answer(request, response, status, "workflow.problem.failure");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        // That of the body that is not sent.
        response.setContentLengthLong(-1);
        answers.answer(request, response, status, code);
    }

    /** An answer whose body is held back if it tells of an error. */
    private static class HeldError extends HttpServletResponseWrapper {

        private @Nullable ByteArrayOutputStream body;

        HeldError(HttpServletResponse response) {
            super(response);
        }

        private boolean isError() {
            return getStatus() >= HttpStatus.BAD_REQUEST.value();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (!isError()) {
                return super.getOutputStream();
            }
            ByteArrayOutputStream held = body == null ? new ByteArrayOutputStream() : body;
            body = held;
            return new ServletOutputStream() {
                @Override
                public void write(int next) {
                    held.write(next);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException("Errors are written blocking");
                }
            };
        }

        /** Not yet: it is still to be seen what will be said. */
        @Override
        public void flushBuffer() throws IOException {
            if (!isError()) {
                super.flushBuffer();
            }
        }
    }
}
