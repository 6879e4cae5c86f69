package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/** Tells addresses something answers from those nothing does, to word a refusal; it opens none. */
@Component
class Addresses {

    private final ObjectProvider<HandlerMapping> mappings;

    Addresses(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Files are not counted: their handler takes every address. */
    boolean isAnswered(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return mappings.orderedStream().anyMatch(mapping -> isAnswered(mapping, request));
    }

    private static boolean isAnswered(HandlerMapping mapping, HttpServletRequest request) {
        try {
            HandlerExecutionChain found = mapping.getHandler(request);
            return found != null && !(found.getHandler() instanceof ResourceHttpRequestHandler);
        } catch (Exception e) {
            return true; // for another method or another type of content
        }
    }
}
