package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind TLS every cookie is kept from unencrypted calls, whoever sets it: language, the engine's applications. One whose
 * name says that it is this host's alone is good for all of it, as browsers demand.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SecureCookiesFilter extends OncePerRequestFilter {

    private static final String SECURE = "; Secure";

    private static final String OF_HOST = "__Host-";

    private static final Pattern PATH = Pattern.compile("; ?path=[^;]*", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, request.isSecure() ? new SecureCookies(response) : response);
    }

    private static class SecureCookies extends HttpServletResponseWrapper {

        SecureCookies(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addCookie(Cookie cookie) {
            cookie.setSecure(true);
            if (cookie.getName().startsWith(OF_HOST)) {
                cookie.setPath("/");
            }
            super.addCookie(cookie);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, secure(name, value));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, secure(name, value));
        }

        private static String secure(String name, String value) {
            if (!HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) || value == null) {
                return value;
            }
            String cookie = value.startsWith(OF_HOST) ? PATH.matcher(value).replaceAll("") + "; Path=/" : value;
            String small = cookie.toLowerCase(Locale.ROOT);
            return small.contains("; secure") || small.contains(";secure") ? cookie : cookie + SECURE;
        }
    }
}
