package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.workflow.Caller;

/** Behind TLS each cookie can be named so that browsers give it to this host alone, those of the engine's applications too. */
@SpringBootTest(
        classes = HostCookiesTests.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "supervision.cookie-prefix=__Host-")
class HostCookiesTests {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    @Import({LanguageConfiguration.class, Pages.class})
    @EnableConfigurationProperties(CamundaBpmProperties.class)
    @ComponentScan(
            basePackages = "org.supervision.workflow.web",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.SecureCookiesFilter"))
    static class Server {

        /** As the engine's starter makes it. */
        @Bean
        FilterRegistrationBean<CsrfPreventionFilter> tokensOfTheEnginesApplications(CamundaBpmProperties engine) {
            var registration = new FilterRegistrationBean<>(new CsrfPreventionFilter());
            registration.setInitParameters(engine.getWebapp().getCsrf().getInitParams());
            registration.addUrlPatterns("/camunda/*");
            return registration;
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/**")
        String page(HttpServletRequest request, HttpServletResponse response) {
            request.getSession();
            response.addHeader("Set-Cookie", "__Host-OTHER=1; Path=/somewhere; HttpOnly");
            return "here";
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private CamundaBpmProperties engine;

    @ParameterizedTest
    @ValueSource(strings = {"/?lang=en", "/camunda/app/tasklist/default/"})
    void everyCookieIsThisHostsAlone(String path) {
        List<String> cookies = Caller.anonymous(port)
                .with("X-Forwarded-Proto", "https")
                .get(path)
                .headers()
                .allValues("Set-Cookie");

        assertThat(cookies).hasSizeGreaterThanOrEqualTo(3).allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-")
                .containsPattern("(?i); ?secure")
                .containsPattern("(?i); ?path=/(;|$)")
                .doesNotContainPattern("(?i); ?domain=")
                .doesNotContainPattern("(?i)path=/\\w")
                .containsPattern("(?i); ?samesite=lax|OTHER"));
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Host-JSESSIONID="));
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith(path.contains("lang") ? "__Host-lang=en" : "__Host-XSRF-TOKEN="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void theEnginesApplicationsSendTheTokenOfTheCookieTheyFind(String application) throws IOException {
        String applications = "/META-INF/resources/webjars/camunda/app/";

        assertThat(text(applications + application + "/scripts/config.js"))
                .contains("import { csrfCookieName,", "  csrfCookieName,");
        assertThat(text(applications + "language.js"))
                .contains("document.cookie.includes('__Host-XSRF-TOKEN=') ? '__Host-XSRF-TOKEN' : 'XSRF-TOKEN'");
    }

    @Test
    void theEngineIsToldTheName() {
        assertThat(engine.getWebapp().getCsrf().getInitParams()).containsEntry("cookieName", "__Host-XSRF-TOKEN");
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = HostCookiesTests.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
