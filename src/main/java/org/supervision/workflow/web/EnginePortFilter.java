package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** On their own port the engine's applications and nothing else; elsewhere everything but them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class EnginePortFilter extends OncePerRequestFilter {

    private final EnginePort port;

    EnginePortFilter(EnginePort port) {
        this.port = port;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !port.isApart();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOfEngine(request) == port.took(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
    }

    /** By the path as the server has understood it, however it was written. */
    private static boolean isOfEngine(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.equals("/camunda") || path.startsWith("/camunda/");
    }
}
