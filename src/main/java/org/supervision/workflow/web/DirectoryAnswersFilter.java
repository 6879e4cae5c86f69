package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.supervision.workflow.SharedDirectory;

/** Sends nobody to a server that does not answer: the browser's own failure page would not say what to do. */
class DirectoryAnswersFilter extends OncePerRequestFilter {

    private final RequestMatcher leadsThere;
    private final SharedDirectory directory;
    private final RefusalAnswers answers;

    DirectoryAnswersFilter(RequestMatcher leadsThere, SharedDirectory directory, RefusalAnswers answers) {
        this.leadsThere = leadsThere;
        this.directory = directory;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leadsThere.matches(request) && !directory.answers()) {
            answers.unavailable(request, response, "identity.error.directory-unavailable");
        } else {
            chain.doFilter(request, response);
        }
    }
}
