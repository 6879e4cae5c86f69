package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A port of its own for Cockpit, Tasklist and Admin, where one is configured: a firewall then decides who reaches them.
 * Sessions are the same on both; browsers send cookies to every port of a host.
 */
@Component("enginePort")
class EnginePort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final @Nullable Connector connector;
    private final String address;
    private final String portal;

    /**
     * @param port {@code null} for none
     * @param address where browsers reach it, without a path; empty: the engine's applications are where the portal is
     * @param portal where browsers reach the portal
     */
    EnginePort(
            @Value("${supervision.camunda.port}") @Nullable Integer port,
            @Value("${supervision.camunda.address}") String address,
            @Value("${supervision.notification.portal-address}") String portal) {
        this.connector = port == null ? null : new Connector();
        if (connector != null) {
            connector.setPort(port);
        }
        this.address = address.replaceFirst("/$", "");
        this.portal = portal.replaceFirst("/$", "");
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (connector != null) {
            if (server.getAddress() != null) {
                connector.setProperty("address", server.getAddress().getHostAddress());
            }
            server.addAdditionalTomcatConnectors(connector);
        }
    }

    boolean isApart() {
        return connector != null;
    }

    /** Whether a request has come in by it; told by the socket, not by what the caller says. */
    boolean took(HttpServletRequest request) {
        return connector != null && request.getLocalPort() == connector.getLocalPort();
    }

    boolean isPortalKnown() {
        return !portal.isEmpty();
    }

    /** @param path of one of the engine's applications */
    public String link(String path) {
        return isApart() ? address + path : path;
    }

    /** What goes before the path of a page of the portal in an answer to the request. */
    String portal(HttpServletRequest request) {
        return took(request) ? portal : request.getContextPath();
    }
}
