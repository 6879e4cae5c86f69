package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.workflow.Caller;

/** The engine's applications on a port of their own, on a real server. */
@SpringBootTest(
        classes = EnginePortTests.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "supervision.camunda.port=0",
            "supervision.camunda.address=https://supervision.example:8444/",
            "supervision.notification.portal-address=https://supervision.example/"
        })
class EnginePortTests {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    @Import({EnginePort.class, EnginePortFilter.class, Everything.class})
    static class Server {}

    @RestController
    static class Everything {

        @GetMapping("/**")
        String answer() {
            return "here";
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ServletWebServerApplicationContext context;

    @Autowired
    private EnginePort enginePort;

    private int secondPort() {
        return ((TomcatWebServer) context.getWebServer())
                .getTomcat()
                .getService()
                .findConnectors()[1]
                .getLocalPort();
    }

    @ParameterizedTest
    @CsvSource({
        "/,                          200, 302",
        "/login,                     200, 404",
        "/api/v1/me,                 200, 404",
        "/actuator/health,           200, 404",
        "/api/v1/work-items,         200, 200",
        "/api/v1/overdue-cycles,     200, 200",
        "/api/v1/cycles,             200, 404",
        "/api/v1/work-items/a/draft, 200, 404",
        "/cycles/c,                  200, 302",
        "/slips,                     200, 302",
        "/camundas,                  200, 404",
        "/camunda,                   404, 200",
        "/camunda/app/cockpit/,      404, 200",
        "/camunda/api/engine/engine, 404, 200",
        "/%63amunda/app/cockpit/,    404, 200",
        "/camunda;a=b/app/cockpit/,  404, 200",
        "//camunda/app/cockpit/,     404, 200",
        "/x/../camunda/app/cockpit/, 404, 200",
    })
    void eachPortAnswersItsOwnAddressesOnly(String path, int first, int second) {
        assertThat(Caller.anonymous(port).get(path).statusCode()).isEqualTo(first);
        assertThat(Caller.anonymous(secondPort()).get(path).statusCode()).isEqualTo(second);
    }

    @Test
    void plugInsReadButDoNotWriteAndTheirLinksLeadToThePortal() {
        Caller there = Caller.anonymous(secondPort());

        assertThat(there.post("/api/v1/work-items", "{}").statusCode()).isEqualTo(404);
        assertThat(there.get("/cycles/c?x=1").headers().firstValue("Location"))
                .hasValue("https://supervision.example/cycles/c");
    }

    @Test
    void whoAsksThereIsSentToThePortalAndFindsTheWayBack() {
        MockHttpServletRequest there = new MockHttpServletRequest();
        there.setLocalPort(secondPort());
        MockHttpServletRequest here = new MockHttpServletRequest();
        here.setLocalPort(port);

        assertThat(enginePort.portal(there)).isEqualTo("https://supervision.example");
        assertThat(enginePort.portal(here)).isEmpty();
        assertThat(enginePort.link("/camunda/app/cockpit/"))
                .isEqualTo("https://supervision.example:8444/camunda/app/cockpit/");
    }

    @Test
    void withoutOneEverythingIsWhereItWas() {
        EnginePort none = new EnginePort(null, "", "https://supervision.example");

        assertThat(none.isApart()).isFalse();
        assertThat(none.link("/camunda/app/cockpit/")).isEqualTo("/camunda/app/cockpit/");
        assertThat(none.portal(new MockHttpServletRequest())).isEmpty();
    }
}
