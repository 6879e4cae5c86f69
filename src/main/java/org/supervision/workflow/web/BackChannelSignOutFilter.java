package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hears from Keycloak that a session has ended (OpenID Connect Back-Channel Logout). Spring Security's own hearing fetches
 * keys without a limit of time, takes tokens of every type, and looks for the session on this node.
 */
class BackChannelSignOutFilter extends OncePerRequestFilter {

    static final String ADDRESS = "/logout/connect/back-channel/" + KeycloakClient.REGISTRATION;

    private final RequestMatcher address =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ADDRESS);
    private final JwtDecoder tokens;
    private final EndedSignIns ended;

    BackChannelSignOutFilter(JwtDecoder tokens, EndedSignIns ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!address.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String given = request.getParameter("logout_token");
        try {
            if (given == null) {
                throw new JwtException("Nothing was given");
            }
            Jwt token = tokens.decode(given);
            ended.add(token);
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (JwtException e) {
            logger.warn("Somebody wants to end a session and has no right to: " + e.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
