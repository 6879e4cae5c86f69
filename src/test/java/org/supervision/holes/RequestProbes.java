package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supervision.holes.PortalProbes.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.supervision.workflow.Caller;

/** What a request may bring with it: ids of others, fields nobody asked for, texts and names that mean more. */
final class RequestProbes {

    static final List<Probe> PROBES = List.of(
            new Probe(
                    "Somebody reads an object of others by its id",
                    "whoever knows or guesses an id is shown what it names",
                    plain -> assertThat(plain.anybody().get("/naive/reports/1").body())
                            .isEqualTo("report of unit two"),
                    ours -> {
                        String keyTask = ours.home().code() + "-2024-1";
                        for (String path : List.of(
                                "/key-tasks/" + keyTask,
                                "/key-tasks/" + keyTask + "/sub-items",
                                "/rounds/" + ours.round(),
                                "/rounds/" + ours.round() + "/results.xlsx",
                                "/cycles/" + ours.cycle(),
                                "/work-items/" + ours.task(),
                                "/units/" + ours.home().units().get(0),
                                "/change-requests?cycle=" + ours.cycle())) {
                            for (String username : List.of(
                                    ours.foreign().chief(), ours.foreign().liaison(0))) {
                                for (Caller caller : List.of(ours.signedIn(username), ours.rest(username))) {
                                    String address = caller == ours.signedIn(username) ? path : "/api/v1" + path;
                                    HttpResponse<String> answer = caller.get(address);
                                    assertThat(answer.body())
                                            .as(username + address + answer.statusCode())
                                            .doesNotContain(
                                                    "建成第1号公园",
                                                    "测试市" + ours.home().code());
                                }
                            }
                        }
                        HttpResponse<String> drafted =
                                ours.rest(ours.home().liaison(1)).get("/api/v1/work-items/" + ours.task());
                        assertThat(drafted.statusCode()).isIn(403, 404);
                    }),
            new Probe(
                    "Somebody gives themselves a post by a field the form does not show",
                    "whatever is sent is bound to the object",
                    plain -> assertThat(Caller.read(plain.anybody()
                                            .form("/naive/people", Map.of("name", "me", "role", "administrator")))
                                    .at("/role")
                                    .asText())
                            .isEqualTo("administrator"),
                    ours -> {
                        String username = ours.home().code() + "-massed";
                        HttpResponse<String> answer = ours.rest(ours.home().chief())
                                .post(
                                        "/api/v1/people",
                                        Map.of(
                                                "username",
                                                username,
                                                "name",
                                                "某某",
                                                "role",
                                                "LIAISON",
                                                "unit",
                                                ours.home().units().get(0),
                                                "roles",
                                                List.of("SYSTEM_ADMIN"),
                                                "groupPaths",
                                                List.of("admin/system"),
                                                "state",
                                                "OPEN"));
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                        assertThat(ours.engine()
                                        .getIdentityService()
                                        .createGroupQuery()
                                        .groupMember(username)
                                        .list())
                                .extracting("id")
                                .containsExactly(ours.home().code() + "/units/"
                                        + ours.home().units().get(0) + "/liaison");
                        for (Map<String, Object> wish : List.<Map<String, Object>>of(
                                Map.of("role", "SYSTEM_ADMIN"),
                                Map.of(
                                        "role",
                                        "LIAISON",
                                        "government",
                                        ours.foreign().code()))) {
                            Map<String, Object> body = new HashMap<>(wish);
                            body.putAll(Map.of("username", username + "2", "name", "某某"));
                            assertThat(ours.rest(ours.home().chief())
                                            .post("/api/v1/people", body)
                                            .statusCode())
                                    .as(wish.toString())
                                    .isBetween(400, 499);
                        }
                        HttpResponse<String> completion = ours.rest(ours.home().liaison(0))
                                .post(
                                        "/api/v1/work-items/" + ours.task() + "/completion",
                                        Map.of(
                                                "values",
                                                Map.of("verdict", "DONE", "progress", "完成选址。", "lamp", "GREEN")));
                        assertThat(completion.statusCode()).isBetween(400, 499);
                    }),
            new Probe(
                    "A search text becomes part of a query",
                    "queries are put together of texts",
                    plain -> assertThat(plain.anybody()
                                    .get("/naive/search?text=" + encoded("x' or '1'='1"))
                                    .body())
                            .contains("ID_=demo"),
                    ours -> {
                        JsonNode all =
                                Caller.read(ours.rest(ours.home().officer()).get("/api/v1/key-tasks?year=2024"));
                        assertThat(all.at("/total").asInt()).isEqualTo(2);
                        for (String text : List.of("x' or '1'='1", "x%' or 1=1 --", "x'; drop table key_task; --")) {
                            for (String name : List.of("q", "text", "search", "unit")) {
                                HttpResponse<String> answer = ours.rest(
                                                ours.home().officer())
                                        .get("/api/v1/key-tasks?year=2024&" + name + "=" + encoded(text));
                                assertThat(answer.statusCode())
                                        .as(name + text + answer.body())
                                        .isIn(200, 400, 422);
                            }
                        }
                        assertThat(Caller.read(ours.rest(ours.home().officer())
                                                .get("/api/v1/key-tasks?year=2024&q=" + encoded("x' or '1'='1")))
                                        .at("/total")
                                        .asInt())
                                .isZero();
                    }),
            new Probe(
                    "A text becomes a script in the page that shows it",
                    "texts are put into pages as they are",
                    plain -> assertThat(plain.anybody()
                                    .get("/naive/search?text=" + encoded("<script>alert(1)</script>"))
                                    .body())
                            .contains("<script>alert(1)</script>"),
                    ours -> {
                        String text = encoded("\"><script>alert(1)</script>");
                        for (String path : List.of(
                                "/key-tasks?q=" + text,
                                "/rounds?q=" + text,
                                "/slips?kind=" + text,
                                "/people?q=" + text,
                                "/" + text,
                                "/rounds/" + text,
                                "/login?error=" + text)) {
                            assertThat(ours.signedIn(ours.home().chief())
                                            .get(path)
                                            .body())
                                    .as(path)
                                    .doesNotContain("<script>alert(1)");
                        }
                    }),
            new Probe(
                    "An upload is written where its name says",
                    "the name of a file is used as a path",
                    plain -> {
                        Path target = plain.folder().resolveSibling("outside-" + UUID.randomUUID());
                        Multipart.file("file", "../" + target.getFileName(), "x")
                                .sendTo(plain.anybody(), "/naive/files");

                        assertThat(target).exists();
                    },
                    ours -> {
                        Path target = Path.of("target", "outside-" + UUID.randomUUID() + ".txt")
                                .toAbsolutePath();
                        for (String name : List.of(
                                "../../../../../../../../.." + target, target.toString(), "..\\..\\" + target)) {
                            HttpResponse<String> answer = Multipart.file("file", name, "选址意见 " + name)
                                    .sendTo(
                                            ours.rest(ours.home().liaison(0)),
                                            "/api/v1/work-items/" + ours.task() + "/attachments");
                            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400, 422);
                            assertThat(answer.body()).doesNotContain("..", "/target/");
                        }
                        assertThat(target).doesNotExist();
                    }),
            new Probe(
                    "A download leaves its folder",
                    "the name in the address is used as a path",
                    plain -> {
                        Files.writeString(plain.folder().resolveSibling("secret.txt"), "kept outside");

                        assertThat(plain.anybody()
                                        .get("/naive/files?name=../secret.txt")
                                        .body())
                                .isEqualTo("kept outside");
                    },
                    ours -> {
                        List<String> found = new ArrayList<>();
                        for (String folder : List.of("/css", "/img", "/webjars", "/camunda/app/tasklist", "/public")) {
                            for (String up : List.of(
                                    "/../", "/..%2f", "/%2e%2e/", "/..;/", "/....//", "/..%5c", "/%252e%252e/")) {
                                for (String file : List.of("application.yaml", "etc/passwd")) {
                                    String path = folder + up + up.substring(1) + up.substring(1) + file;
                                    String answer = raw(
                                            ours.port(),
                                            path,
                                            "localhost",
                                            ours.officer().cookie("JSESSIONID").orElseThrow());
                                    if (answer.startsWith("HTTP/1.1 200") || answer.contains("root:")) {
                                        found.add(path);
                                    }
                                }
                            }
                        }
                        assertThat(found).isEmpty();
                        for (String id : List.of("..%2F..%2Fetc%2Fpasswd", "1%00", "1;x")) {
                            assertThat(ours.liaison()
                                            .get("/api/v1/attachments/" + id)
                                            .statusCode())
                                    .isIn(400, 404);
                        }
                    }),
            new Probe(
                    "An uploaded page runs as one of the portal's own",
                    "a file is shown as what its name says",
                    plain -> {
                        Multipart.file("file", "photo.html", "<script>alert(1)</script>")
                                .sendTo(plain.anybody(), "/naive/files");
                        HttpResponse<String> shown = plain.anybody().get("/naive/files?name=photo.html");

                        assertThat(shown.headers().firstValue("Content-Type").orElse(""))
                                .startsWith("text/html");
                        assertThat(shown.headers().firstValue("Content-Disposition"))
                                .isEmpty();
                    },
                    ours -> {
                        for (String name : List.of("现场.html", "现场.svg", "现场.png", "现场.pdf", "现场.docx")) {
                            HttpResponse<String> answer = Multipart.file(
                                            "file", name, "<html><script>alert(1)</script></html>")
                                    .sendTo(
                                            ours.rest(ours.home().liaison(0)),
                                            "/api/v1/work-items/" + ours.task() + "/attachments");
                            assertThat(answer.statusCode())
                                    .as(name + answer.body())
                                    .isBetween(400, 499);
                        }
                    }));

    private RequestProbes() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
