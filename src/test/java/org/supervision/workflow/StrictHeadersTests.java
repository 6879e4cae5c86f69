package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;

/** What browsers are told with each answer, and whom the application believes to speak for others. */
@ApplicationTest
class StrictHeadersTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private ApplicationContext context;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?lang=en",
                "/",
                "/rounds",
                "/nothing",
                "/public/",
                "/css/supervision.css",
                "/api/v1/me",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task/count",
                "/camunda/lib/deps.js"
            })
    void behindTlsEachAnswerIsStrictAndEachCookieSecure(String path) {
        Caller caller = Caller.signedIn(port, cities.create().officer(), "demo").with("X-Forwarded-Proto", "https");

        var headers = caller.get(path).headers();

        assertThat(headers.firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000")
                .contains("includeSubDomains");
        assertThat(headers.allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure"));
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
    }

    /** Their pages need a base element, so base-uri cannot be 'none', and AngularJS evaluates texts. */
    @ParameterizedTest
    @CsvSource({"officer, cockpit", "officer, tasklist", "officer, welcome", "sysadmin, admin"})
    void pagesOfTheEnginesApplicationsRunOwnScriptsByANonceAndEmbedNothing(String who, String application) {
        String username = who.equals("officer") ? cities.create().officer() : who;

        String policy = Caller.signedIn(port, username, "demo")
                .get("/camunda/app/" + application + "/default/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");

        assertThat(policy)
                .contains("object-src 'none'", "base-uri 'self'", "form-action 'self'", "default-src 'self'")
                .containsPattern("script-src 'nonce-[\\w+/=-]{16,}' 'strict-dynamic'");
    }

    @Test
    void behindTlsLanguageAndTokenOfTheWebApplicationsAreSecureCookies() {
        Caller caller = Caller.signedIn(port, cities.create().officer(), "demo").with("X-Forwarded-Proto", "https");

        assertThat(caller.get("/login?lang=en").headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("lang=").contains("Secure"));
        assertThat(Caller.anonymous(port)
                        .with("X-Forwarded-Proto", "https")
                        .get("/login?lang=en")
                        .headers()
                        .allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure"));
    }

    /** What a page needs besides itself is the same for everybody and may stay. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/rounds",
                "/nothing",
                "/api/v1/me",
                "/api/v1/rounds",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task/count"
            })
    void whatSomebodySawStaysInNoCache(String path) {
        HttpResponse<String> answer =
                Caller.signedIn(port, cities.create().officer(), "demo").get(path);

        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void aFileWhoseAddressNamesItsContentIsKeptAndAnyOtherIsAskedForAgain() {
        Matcher sheet = Pattern.compile("href=\"(/css/layout-\\w{32}\\.css)\"")
                .matcher(Caller.anonymous(port).get("/login").body());
        assertThat(sheet.find()).isTrue();

        assertThat(cacheControl(sheet.group(1))).isEqualTo("public, max-age=31536000, immutable");
        assertThat(cacheControl("/js/keyboard.js")).isEqualTo("no-cache");
        assertThat(cacheControl("/css/layout-" + "0".repeat(32) + ".css")).isEqualTo("no-store");
        assertThat(cacheControl("/actuator/health")).isEqualTo("no-store");
    }

    private String cacheControl(String path) {
        return Caller.anonymous(port)
                .get(path)
                .headers()
                .firstValue("Cache-Control")
                .orElse("");
    }

    /** What is compressed tells by its length what it repeats: nothing secret may stay the same in it. */
    @Test
    void pagesAreCompressedAndTheirTokenIsAnotherEachTime() {
        Caller caller = Caller.anonymous(port);
        String token = caller.csrf("/login");

        assertThat(caller.csrf("/login")).isNotEqualTo(token);
        assertThat(caller.with("Accept-Encoding", "gzip")
                        .get("/login")
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("gzip");
        assertThat(caller.get("/v3/api-docs").headers().firstValue("Content-Encoding"))
                .as("JSON")
                .isEmpty();
    }

    @Test
    void signingOutBehindTlsLeavesNothingInTheBrowser() {
        Caller caller = Caller.signedIn(port, cities.create().officer(), "demo").with("X-Forwarded-Proto", "https");

        HttpResponse<String> answer = caller.form("/logout", Map.of("_csrf", caller.csrf("/password")));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
    }

    /** As a caller of the office network does, who is no reverse proxy. */
    @Test
    void headersOfAProxyAreBelievedOfConfiguredProxiesOnly() throws Exception {
        InetAddress own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(own != null, "needs a network address");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + own.getHostAddress() + ":" + port + "/login"))
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "evil.example")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Secure");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "10.0.0.5, false",
        "192.168.1.1, false",
        "172.16.0.1, false",
        "127.0.0.11, false"
    })
    void onlyThisMachineIsAProxyUnlessOthersAreNamed(String address, boolean proxy) {
        assertThat(address.matches(
                        context.getEnvironment().getRequiredProperty("server.tomcat.remoteip.internal-proxies")))
                .isEqualTo(proxy);
    }
}
