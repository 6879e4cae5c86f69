package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request by its announced length, before anything of it is read. */
class UploadLimitFilter extends OncePerRequestFilter {

    private final long limit;
    private final RefusalAnswers answers;

    /** @param limit in bytes */
    UploadLimitFilter(long limit, RefusalAnswers answers) {
        this.limit = limit;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            answers.answer(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "workflow.problem.too-large");
        } else {
            chain.doFilter(request, response);
        }
    }
}
