package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told with each answer; behind TLS also never to come without it again. */
final class StrictHeaders {

    /** For pages. */
    static final String PORTAL_CONTENT = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    static final String API_PAGES_CONTENT = PORTAL_CONTENT + "; style-src 'self' 'unsafe-inline'";

    /** For what is no page. */
    static final String NO_CONTENT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Style sheets, scripts, fonts and pictures: the same for everybody. */
    private static final String STATIC = ".*\\.(js|css|woff2?|ttf|eot|svg|png|ico|map)";

    /** The address names what is there: another content has another address. */
    private static final String NAMED_BY_CONTENT = ".*-[0-9a-f]{32}\\.\\w+";

    private StrictHeaders() {}

    static void common(HeadersConfigurer<HttpSecurity> headers, String content, ReferrerPolicy referrer) {
        headers.frameOptions(FrameOptionsConfig::deny)
                .contentSecurityPolicy(policy -> policy.policyDirectives(content))
                .referrerPolicy(policy -> policy.policy(referrer))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** What is the same for everybody is kept: for ever, or until it is asked whether it has changed. */
    static void openFiles(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, PORTAL_CONTENT, ReferrerPolicy.SAME_ORIGIN);
        headers.cacheControl(cache -> cache.disable()).addHeaderWriter((request, response) -> {
            boolean file = request.getRequestURI().matches(STATIC) && response.getStatus() < 400;
            boolean forEver = file && request.getRequestURI().matches(NAMED_BY_CONTENT);
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    forEver ? "public, max-age=31536000, immutable" : file ? "no-cache" : "no-store");
        });
    }

    /** The pages of the engine's applications bring a content policy of their own; what is no page gets ours. */
    static void engineApplications(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, NO_CONTENT, ReferrerPolicy.SAME_ORIGIN);
        headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter((request, response) -> {
                    // Over what they say themselves, which lets what somebody has seen be kept.
                    if (isNoStaticFile(request)) {
                        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    }
                });
    }

    private static boolean isNoStaticFile(HttpServletRequest request) {
        return request.getRequestURI().contains("/camunda/api/")
                || !request.getRequestURI().matches(STATIC);
    }

    /** Behind TLS, the only place where browsers heed it: nothing of what somebody has seen or typed stays behind. */
    static HeaderWriterLogoutHandler nothingStays() {
        return new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE));
    }
}
