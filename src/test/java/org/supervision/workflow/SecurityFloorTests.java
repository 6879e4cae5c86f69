package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;

/** The portal's and REST's part of the security floor, tried over HTTP. */
@ApplicationTest
class SecurityFloorTests {

    /** All that strangers may read; whoever adds to it decides so here too. */
    private static final Pattern OPEN =
            Pattern.compile("/public(/.*)?|/login|/error|/actuator/health(/.*)?|/v3/api-docs.*|/swagger-ui.*");

    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private ApplicationContext context;

    private Caller stranger() {
        return Caller.anonymous(port);
    }

    @Test
    void everyAddressOfEveryControllerAsksStrangersToSignIn() {
        List<String> tried = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    String path = pattern.replaceAll("\\{[^}]*}", "1").replace("*", "x");
                    for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                        if (!OPEN.matcher(path).matches()) {
                            tried.add(method + " " + path);
                            assertRefused(method.name(), path);
                        }
                    }
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(30).contains("GET /api/v1/work-items", "POST /api/v1/imports");
    }

    private void assertRefused(String method, String path) {
        HttpResponse<String> answer = stranger().send(method, path, null);
        if (path.startsWith("/api/")) {
            assertThat(answer.statusCode()).as(method + " " + path).isIn(401, 403);
        } else {
            boolean sentToSignIn = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").endsWith("/login");
            assertThat(sentToSignIn || answer.statusCode() == 403)
                    .as(method + " " + path + " " + answer.statusCode())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/rounds/1/nothing/at/all, 404",
        "/img/../nothing, 400",
        "/h2-console, 404",
        "/engine-rest/engine, 404",
        "/actuator, 403",
        "/actuator/env, 404",
        "/actuator/beans, 404",
        "/unlisted, 403",
        "/api/v1/unlisted, 403",
        "/api/v1/nothing, 404",
        "/api/v1/key-tasks/1/nothing, 404",
        "/api/v2/me, 404",
        "/camunda/nothing, 403",
        "/camunda/api/nothing, 403",
        "/camunda/app/../../actuator/env, 400",
        "/camunda/api/engine/engine/default/process-definition/1/start-form, 403",
        "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated, 403",
    })
    void whatIsNotListedIsRefusedToEverybodyAndNotFoundWhereThereIsNothing(String path, int status) {
        for (String username : List.of(cities.create().chief(), cities.create().officer())) {
            HttpResponse<String> answer =
                    Caller.signedIn(port, username, "demo").get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.body()).doesNotContain("{0}");
        }
        assertThat(UnlistedAddress.reached).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/unlisted", "/actuator", "/rounds/1/nothing"})
    void strangersAreNotToldWhatThereIs(String path) {
        HttpResponse<String> answer = stranger().get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(stranger().get("/api/v1" + path).statusCode()).isEqualTo(401);
    }

    @Test
    void anAddressThatDoesNotExistIsToldInWords() {
        HttpResponse<String> answer =
                Caller.basic(port, cities.create().officer(), "demo").get("/api/v1/key-tasks/1/nothing");

        assertThat(Caller.read(answer).at("/detail").asText()).isEqualTo("没有这个地址");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-tasks", "cycles", "rounds", "slips", "work-items", "imports"})
    void administratorsSeeNoBusinessContent(String resource) {
        for (String username : List.of("sysadmin", "secadmin", "auditor")) {
            assertThat(Caller.basic(port, username, "demo")
                            .get("/api/v1/" + resource)
                            .statusCode())
                    .as(username)
                    .isEqualTo(403);
            assertThat(Caller.signedIn(port, username, "demo")
                            .get("/" + resource)
                            .statusCode())
                    .as(username)
                    .isIn(403, 404);
        }
    }

    @Test
    void strangersGetAProblemInRestAndTheSignInPageElsewhere() {
        HttpResponse<String> rest = stranger().get("/api/v1/me");

        assertThat(rest.statusCode()).isEqualTo(401);
        assertThat(rest.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Caller.read(rest).at("/detail").asText()).isEqualTo("请先登录");
        assertThat(rest.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(stranger()
                        .with("Sec-Fetch-Mode", "cors")
                        .get("/api/v1/me")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .as("a browser would keep the credentials")
                .isEmpty();
        for (String page : List.of("/", "/rounds", "/camunda/app/cockpit/default/", "/camunda/lib/deps.js")) {
            assertThat(stranger().get(page).headers().firstValue("Location").orElse(""))
                    .as(page)
                    .endsWith("/login");
        }
        assertThat(stranger().get("/camunda/api/engine/engine/").statusCode()).isEqualTo(401);
    }

    @Test
    void signingInChangesTheSessionAndProtectsItsCookie() {
        Caller caller = stranger();
        caller.get("/login");
        String before = caller.cookie("JSESSIONID").orElse("none");
        HttpResponse<String> answer = caller.signIn(cities.create().officer(), "demo");

        assertThat(caller.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(before);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void behindTlsCookiesAreSecureAndTransportIsStrict() {
        HttpResponse<String> answer =
                stranger().with("X-Forwarded-Proto", "https").get("/login");

        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000");
    }

    @ParameterizedTest
    @CsvSource({"/login", "/public/", "/css/supervision.css", "/api/v1/me"})
    void answersCarryStrictHeaders(String path) {
        var headers = stranger().get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src '")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval")
                .doesNotContain("script-src");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
    }

    @Test
    void sessionWritesNeedATokenAndOwnCredentialsDoNot() {
        String officer = cities.create().officer();
        String path = "/api/v1/work-items/none/completion";
        Map<String, Object> body = Map.of("values", Map.of());
        Caller session = Caller.signedIn(port, officer, "demo");

        assertThat(session.post(path, body).statusCode()).isEqualTo(403);
        assertThat(session.form("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(session.with("X-CSRF-TOKEN", session.csrf("/login"))
                        .post(path, body)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Caller.basic(port, officer, "demo").post(path, body).statusCode())
                .isEqualTo(404);
        assertThat(Caller.basic(port, officer, "demo")
                        .with("Sec-Fetch-Site", "cross-site")
                        .post(path, body)
                        .statusCode())
                .as("credentials a browser has remembered")
                .isEqualTo(403);
    }

    @Test
    void webApplicationsWantTheirOwnToken() {
        Caller caller = stranger();
        caller.signIn(cities.create().officer(), "demo");

        assertThat(caller.post("/camunda/api/engine/engine/default/task", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "officer, cockpit, 200",
        "officer, tasklist, 200",
        "officer, admin, 403",
        "chief, cockpit, 200",
        "mayor, tasklist, 200",
        "mayor, cockpit, 403",
        "liaison, tasklist, 200",
        "liaison, cockpit, 403",
        "liaison, admin, 403",
        "leader, tasklist, 200",
        "sysadmin, admin, 200",
        "sysadmin, tasklist, 403",
        "sysadmin, cockpit, 403",
        "secadmin, admin, 403",
        "auditor, cockpit, 403",
    })
    void webApplicationsOpenByPost(String post, String application, int status) {
        var city = cities.create();
        String username =
                switch (post) {
                    case "officer" -> city.officer();
                    case "chief" -> city.chief();
                    case "mayor" -> city.mayor();
                    case "liaison" -> city.liaison(0);
                    case "leader" -> city.leader(0);
                    default -> post;
                };

        assertThat(Caller.signedIn(port, username, "demo")
                        .get("/camunda/app/" + application + "/default/")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void signingOutInAWebApplicationSignsOutEverywhere() {
        Caller caller = Caller.signedIn(port, cities.create().officer(), "demo");
        assertThat(caller.get("/api/v1/me").statusCode()).isEqualTo(200);

        assertThat(caller.post("/camunda/api/admin/auth/user/default/logout", null)
                        .statusCode())
                .isEqualTo(200);

        assertThat(caller.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void tooLongUploadIsRefusedByItsAnnouncedLength() {
        Caller officer = Caller.basic(port, cities.create().officer(), "demo");

        HttpResponse<String> answer = officer.exchange(officer.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(new byte[22 * MEGABYTE])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("20 MB");
    }

    @Test
    void tooLongUploadInThePortalIsAnsweredByAPageThatSaysSo() {
        Caller officer = Caller.signedIn(port, cities.create().officer(), "demo");

        HttpResponse<String> answer = officer.exchange(officer.request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofByteArray(new byte[22 * MEGABYTE])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("20 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=b"})
    void tooLongBodyOfUnknownLengthIsCutOff(String contentType) {
        Caller officer = Caller.basic(port, cities.create().officer(), "demo");
        byte[] head = (contentType.contains("json")
                        ? "{\"values\":"
                        : "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n")
                .getBytes();
        byte[] body = new byte[24 * MEGABYTE];
        java.util.Arrays.fill(body, (byte) ' ');
        System.arraycopy(head, 0, body, 0, head.length);
        String path = contentType.contains("json") ? "/api/v1/work-items/none/completion" : "/api/v1/imports";

        HttpResponse<String> answer = officer.exchange(officer.request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
