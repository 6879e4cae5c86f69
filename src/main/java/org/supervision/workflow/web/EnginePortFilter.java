package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * On their own port the engine's applications with what their plug-ins read of ours, and nothing else; elsewhere everything
 * but them. Who follows a link of a plug-in to a page of the portal is sent to the portal.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class EnginePortFilter extends OncePerRequestFilter {

    private static final Pattern READ_BY_PLUG_INS =
            Pattern.compile("/api/v1/(work-items(/[^/]+)?|cycles/[^/]+(/standing)?|overdue-cycles(/summary)?)");

    private static final Pattern LINKED_BY_PLUG_INS =
            Pattern.compile("/((work-items|cycles|slips)/[^/]+(/[^/]+)*|slips|deliveries)?");

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
        String path = path(request);
        if (isOfEngine(path) == port.took(request)
                || isRead(request) && READ_BY_PLUG_INS.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else if (isRead(request) && LINKED_BY_PLUG_INS.matcher(path).matches() && port.isPortalKnown()) {
            response.sendRedirect(port.portal(request) + request.getRequestURI());
        } else {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.GET.name());
    }

    /** As the server has understood it, however it was written. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static boolean isOfEngine(String path) {
        return path.equals("/camunda") || path.startsWith("/camunda/");
    }
}
