package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Refuses a request that is too long: by its announced length before anything of it is read, else at the limit. Parts of
 * an upload without announced length are cut off by the multipart settings.
 */
class UploadLimitFilter extends OncePerRequestFilter {

    /** Takes a file of any length and reads it as it comes, keeping none of it. */
    private static final String STREAMED = "/api/v1/year-archives/verification";

    private final long limit;
    private final RefusalAnswers answers;

    /** @param limit in bytes */
    UploadLimitFilter(long limit, RefusalAnswers answers) {
        this.limit = limit;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + STREAMED);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            answers.answer(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "workflow.problem.too-large");
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new BoundedRequest(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A request whose body ends in a refusal at the limit. */
    private static class BoundedRequest extends HttpServletRequestWrapper {

        private final long limit;

        BoundedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream body = super.getInputStream();
            return new ServletInputStream() {
                private long read;

                @Override
                public int read() throws IOException {
                    int next = body.read();
                    count(next < 0 ? 0 : 1);
                    return next;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int count = body.read(buffer, offset, length);
                    count(Math.max(count, 0));
                    return count;
                }

                private void count(int bytes) {
                    read += bytes;
                    if (read > limit) {
                        throw new MaxUploadSizeExceededException(limit);
                    }
                }

                @Override
                public boolean isFinished() {
                    return body.isFinished();
                }

                @Override
                public boolean isReady() {
                    return body.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    body.setReadListener(listener);
                }
            };
        }
    }
}
