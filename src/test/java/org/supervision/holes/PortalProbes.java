package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supervision.holes.OurApplication.ENGINE;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.workflow.Caller;

/** What any portal may be open to: by its settings, its sign-in, its answers and what it believes of a request. */
final class PortalProbes {

    private static final String EVIL = "evil.example";

    static final List<Probe> PROBES = List.of(
            new Probe(
                    "A stranger reads the configuration by the actuator",
                    "all of its endpoints are exposed while developing, and stay so",
                    plain -> assertThat(plain.anybody().get("/actuator/env").body())
                            .contains("camunda.bpm.admin-user.password", "\"value\":\"demo\""),
                    ours -> {
                        for (String endpoint : List.of(
                                "",
                                "/env",
                                "/heapdump",
                                "/beans",
                                "/configprops",
                                "/mappings",
                                "/loggers",
                                "/metrics")) {
                            String path = "/actuator" + endpoint;
                            assertThat(ours.stranger().get(path).statusCode())
                                    .as(path)
                                    .isEqualTo(302);
                            for (String username :
                                    List.of("sysadmin", ours.home().chief())) {
                                assertThat(ours.signedIn(username).get(path).statusCode())
                                        .as(path)
                                        .isIn(403, 404);
                            }
                        }
                        assertThat(ours.stranger().get("/actuator/health").body())
                                .doesNotContain("components", "PostgreSQL");
                    }),
            new Probe(
                    "A stranger queries the database by the console of H2",
                    "the console is switched on while developing, and stays so",
                    plain -> {
                        Caller stranger = plain.anybody();
                        String session = "?jsessionid="
                                + first(
                                        "jsessionid=([0-9a-f]+)",
                                        stranger.get("/h2-console/").body());
                        stranger.form(
                                "/h2-console/login.do" + session,
                                Map.of(
                                        "driver", "org.h2.Driver",
                                        "url", "jdbc:h2:mem:camunda",
                                        "user", "sa",
                                        "password", ""));

                        assertThat(stranger.form(
                                                "/h2-console/query.do" + session,
                                                Map.of("sql", "select PWD_ from ACT_ID_USER"))
                                        .body())
                                .contains("{SHA-512}");
                    },
                    ours -> {
                        for (String path : List.of("/h2-console", "/h2-console/", "/h2-console/login.jsp")) {
                            assertThat(ours.stranger().get(path).statusCode()).isEqualTo(302);
                            assertThat(ours.signedIn("sysadmin").get(path).statusCode())
                                    .isEqualTo(404);
                        }
                    }),
            new Probe(
                    "A browser keeps a private page for whoever uses it next",
                    "answers do not say that they must not be kept",
                    plain -> {
                        plain.run(Models.report("kept"));
                        HttpResponse<String> answer =
                                plain.signedIn("demo", "demo", "tasklist").get(ENGINE + "/task");
                        assertThat(answer.body()).contains("report");

                        assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                                .doesNotContain("no-store");
                    },
                    ours -> {
                        for (String path : List.of(
                                "/",
                                "/key-tasks",
                                "/cycles/" + ours.cycle(),
                                "/key-tasks/plans/2024.xlsx",
                                "/work-items/" + ours.task(),
                                "/api/v1/work-items",
                                ENGINE + "/task",
                                ENGINE + "/task/" + ours.task() + "/form-variables",
                                "/camunda/api/admin/auth/user/default")) {
                            HttpResponse<String> answer = ours.liaison().get(path);
                            assertThat(answer.statusCode()).as(path).isEqualTo(200);
                            assertThat(answer.headers()
                                            .firstValue("Cache-Control")
                                            .orElse(""))
                                    .as(path)
                                    .contains("no-store");
                        }
                    }),
            new Probe(
                    "Another site shows a page in a frame under its own buttons",
                    "nothing forbids framing",
                    plain -> assertThat(frames(plain.anybody().get("/naive/me").headers()))
                            .isEmpty(),
                    ours -> {
                        for (String path : List.of("/login", "/public/", "/api/v1/me", "/nothing")) {
                            assertThat(frames(ours.stranger().get(path).headers()))
                                    .as(path)
                                    .contains("DENY");
                        }
                        for (String path : List.of("/", "/key-tasks", "/camunda/app/tasklist/default/")) {
                            assertThat(frames(ours.liaison().get(path).headers()))
                                    .as(path)
                                    .containsAnyOf("DENY", "SAMEORIGIN");
                        }
                    }),
            new Probe(
                    "A script that got into a page runs",
                    "the policy for content lets inline scripts or evaluation pass, or there is none",
                    plain -> {
                        assertThat(policy(plain.anybody().get("/naive/me"))).isEmpty();
                        assertThat(policy(plain.anybody().get("/camunda/app/tasklist/default/")))
                                .contains("'unsafe-eval'", "'unsafe-inline'");
                    },
                    ours -> {
                        for (String path : List.of("/", "/key-tasks", "/cycles/" + ours.cycle(), "/nothing")) {
                            assertThat(policy(ours.liaison().get(path)))
                                    .as(path)
                                    .contains("default-src 'self'")
                                    .doesNotContain("unsafe-inline", "unsafe-eval");
                        }
                    }),
            new Probe(
                    "A session's cookie goes over an open line",
                    "behind a proxy that ends TLS the cookie is not marked as secure",
                    plain -> assertThat(overTls(plain.anybody()).allValues("Set-Cookie"))
                            .isNotEmpty()
                            .noneMatch(cookie -> cookie.contains("Secure")),
                    ours -> {
                        for (Caller caller : List.of(
                                ours.stranger(),
                                Caller.signedIn(ours.port(), ours.home().officer(), "demo"))) {
                            HttpHeaders headers = overTls(caller);
                            assertThat(headers.allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure"));
                            assertThat(headers.firstValue("Strict-Transport-Security"))
                                    .isPresent();
                        }
                        assertThat(ours.stranger()
                                        .with("X-Forwarded-Proto", "https")
                                        .get("/login")
                                        .headers()
                                        .allValues("Set-Cookie"))
                                .isNotEmpty()
                                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite"));
                    }),
            new Probe(
                    "Somebody signs in to the session an attacker has laid before them",
                    "signing in keeps the session",
                    plain -> {
                        Caller attacker = plain.anybody();
                        attacker.post("/naive/sign-in?name=attacker", "");
                        plain.anybody()
                                .with(
                                        "Cookie",
                                        "JSESSIONID="
                                                + attacker.cookie("JSESSIONID").orElseThrow())
                                .post("/naive/sign-in?name=victim", "");

                        assertThat(attacker.get("/naive/me").body()).isEqualTo("I am victim");
                    },
                    ours -> {
                        Caller attacker = ours.stranger();
                        String token = attacker.csrf("/login");
                        HttpResponse<String> answer = ours.stranger()
                                .with(
                                        "Cookie",
                                        "JSESSIONID="
                                                + attacker.cookie("JSESSIONID").orElseThrow())
                                .form(
                                        "/login",
                                        Map.of("username", ours.home().mayor(), "password", "demo", "_csrf", token));
                        assertThat(answer.headers().firstValue("Location").orElse(""))
                                .endsWith("/");

                        assertThat(attacker.get("/api/v1/me").statusCode()).isEqualTo(401);
                        assertThat(attacker.get(ENGINE + "/task").statusCode()).isEqualTo(401);
                    }),
            new Probe(
                    "A link to the portal leads on to another site",
                    "where to go next is taken from the address",
                    plain -> assertThat(location(plain.anybody().get("/naive/go?to=https://" + EVIL + "/")))
                            .isEqualTo("https://" + EVIL + "/"),
                    ours -> {
                        String to = "https%3A%2F%2F" + EVIL + "%2F";
                        for (String name : List.of("continue", "to", "next", "redirect", "url", "returnTo", "lang")) {
                            String query = "?" + name + "=" + to;
                            Caller caller = ours.stranger().with("Referer", "https://" + EVIL + "/");
                            caller.get("/rounds" + query);
                            HttpResponse<String> signedIn = caller.form(
                                    "/login" + query,
                                    Map.of(
                                            "username",
                                            ours.home().officer(),
                                            "password",
                                            "demo",
                                            "_csrf",
                                            caller.csrf("/login" + query)));
                            assertThat(host(location(signedIn))).as(name).isIn("", "localhost");
                            for (String path : List.of("/", "/camunda", "/camunda/app/", "/inbox")) {
                                assertThat(host(location(caller.get(path + query))))
                                        .as(path + query)
                                        .isIn("", "localhost");
                            }
                        }
                        for (String path : List.of("//" + EVIL + "/..", "/\\" + EVIL, "/%5C" + EVIL)) {
                            assertThat(location(raw(ours.port(), path, "localhost")))
                                    .as(path)
                                    .doesNotContain("//" + EVIL, "\\" + EVIL);
                        }
                    }),
            new Probe(
                    "A link in a message leads to the host the request named",
                    "absolute addresses are made of the request's own Host",
                    plain -> {
                        assertThat(raw(plain.port(), "/naive/password-mail", EVIL))
                                .contains("Choose a new password at http://" + EVIL);
                        assertThat(location(raw(plain.port(), "/", EVIL))).startsWith("http://" + EVIL);
                    },
                    ours -> {
                        for (String path : List.of(
                                "/", "/rounds", "/camunda", "/camunda/app/tasklist", "/login", "/public", "/nothing")) {
                            assertThat(raw(ours.port(), path, EVIL)).as(path).doesNotContain(EVIL);
                        }
                        Caller wanting = ours.stranger();
                        String token = wanting.csrf("/login");
                        raw(
                                ours.port(),
                                "/rounds",
                                EVIL,
                                wanting.cookie("JSESSIONID").orElseThrow());
                        HttpResponse<String> onward = wanting.form(
                                "/login",
                                Map.of("username", ours.home().officer(), "password", "demo", "_csrf", token));
                        assertThat(location(onward)).startsWith("/rounds");
                        Caller officer = ours.officer();
                        for (String path : List.of("/", "/rounds", "/camunda", "/camunda/app/tasklist")) {
                            assertThat(raw(
                                            ours.port(),
                                            path,
                                            EVIL,
                                            officer.cookie("JSESSIONID").orElseThrow()))
                                    .as(path)
                                    .doesNotContain(EVIL);
                        }
                    }));

    private PortalProbes() {}

    private static String frames(HttpHeaders headers) {
        return headers.firstValue("X-Frame-Options").orElse("");
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    private static HttpHeaders overTls(Caller caller) {
        return caller.with("X-Forwarded-Proto", "https")
                .get("/camunda/app/tasklist/default/")
                .headers();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String location(String answer) {
        Matcher header = Pattern.compile("(?im)^Location: (.*)$").matcher(answer);
        return header.find() ? header.group(1).strip() : "";
    }

    private static String host(String address) {
        return address.matches("(?i)(https?:)?[/\\\\]{2}.*")
                ? address.replaceAll("(?i)^(https?:)?[/\\\\]{2}([^/:?#]*).*", "$2")
                : "";
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String raw(int port, String path, String host) throws IOException {
        return raw(port, path, host, "");
    }

    /** A request with a path and a host that no client sends; answers all of the answer. */
    static String raw(int port, String path, String host, String session) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: JSESSIONID=" + session
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
