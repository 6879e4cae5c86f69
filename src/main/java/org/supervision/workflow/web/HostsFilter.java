package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers under its own names only, where they are configured: no link is made from a name a caller has made up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class HostsFilter extends OncePerRequestFilter {

    /** RFC 9110, 15.5.20. */
    private static final int MISDIRECTED = 421;

    private final Set<String> hosts;

    /** @param hosts without port; none for any */
    HostsFilter(@Value("${supervision.hosts}") Set<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** What asks whether the application lives knows it by its inner name. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return hosts.isEmpty() || request.getRequestURI().startsWith(request.getContextPath() + "/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(MISDIRECTED);
        }
    }
}
