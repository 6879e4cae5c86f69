package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the pages that anybody may read have in common: the same for everybody, and kept until they change. */
@ControllerAdvice(assignableTypes = {PublicRoundsController.class, PublicKeyTasksController.class})
class PublicPages {

    /** Who only reads needs no token and so no session. */
    @ModelAttribute
    void needNoSession(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            request.removeAttribute(CsrfToken.class.getName());
            request.removeAttribute("_csrf");
        }
    }

    /** Pages may be kept but are asked for again each time; their entity tag is that of their bytes. */
    static void revalidate(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    }
}
