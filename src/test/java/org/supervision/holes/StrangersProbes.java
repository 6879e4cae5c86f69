package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supervision.holes.OurApplication.ENGINE;
import static org.supervision.holes.PlainApplication.REST;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.supervision.workflow.Caller;

/** What somebody does who has not signed in at all. */
final class StrangersProbes {

    static final List<Probe> PROBES = List.of(
            new Probe(
                    "A stranger reads whose work waits",
                    "the starter opens the engine's REST interface to everybody",
                    plain -> {
                        String instance = plain.run(Models.report("open-rest"));

                        assertThat(plain.names("/task?processInstanceId=" + instance, "name"))
                                .containsExactly("report");
                    },
                    ours -> {
                        assertThat(ours.stranger().get("/engine-rest/task").statusCode())
                                .isEqualTo(302);
                        assertThat(ours.officer().get("/engine-rest/task").statusCode())
                                .isEqualTo(404);
                        assertThat(ours.stranger().get(ENGINE + "/task").statusCode())
                                .isEqualTo(401);
                    }),
            new Probe(
                    "A stranger deploys a process of their own",
                    "deployment is part of the open REST interface",
                    plain -> {
                        plain.deploy(Models.report("deployed-by-a-stranger"));

                        assertThat(plain.read("/process-definition/key/deployed-by-a-stranger")
                                        .at("/version")
                                        .asInt())
                                .isEqualTo(1);
                    },
                    ours -> {
                        Multipart file = Multipart.file("data", "a.bpmn", Models.report("deployed-by-a-stranger"));
                        for (String door : List.of("/engine-rest", ENGINE)) {
                            String path = door + "/deployment/create";
                            assertThat(file.sendTo(ours.stranger(), path).statusCode())
                                    .isIn(401, 403);
                            assertThat(file.sendTo(ours.signedIn("sysadmin"), path)
                                            .statusCode())
                                    .isEqualTo(403);
                        }
                        ours.refusesToAll("POST", "/deployment/create", Map.of());
                        assertThat(ours.engine()
                                        .getRepositoryService()
                                        .createProcessDefinitionQuery()
                                        .processDefinitionKey("deployed-by-a-stranger")
                                        .count())
                                .isZero();
                    }),
            new Probe(
                    "A page on another site lets a browser in the office deploy",
                    "a form with a file needs no leave of the browser, and the engine asks for no token",
                    plain -> {
                        HttpResponse<String> answer = Multipart.file(
                                        "data", "a.bpmn", Models.report("deployed-across-sites"))
                                .sendTo(
                                        plain.anybody().with("Origin", "https://evil.example"),
                                        REST + "/deployment/create");

                        assertThat(Caller.read(answer)
                                        .at("/deployedProcessDefinitions")
                                        .toString())
                                .contains("deployed-across-sites");
                    },
                    ours -> {
                        Multipart file = Multipart.file("file", "plan.txt", "1. plan");
                        Caller officer = Caller.signedIn(
                                        ours.port(), ours.home().officer(), "demo")
                                .with("Origin", "https://evil.example")
                                .with("Sec-Fetch-Site", "cross-site");

                        for (String path :
                                List.of(ENGINE + "/deployment/create", "/imports", "/api/v1/imports", "/logout")) {
                            assertThat(file.sendTo(officer, path).statusCode())
                                    .as(path)
                                    .isEqualTo(403);
                        }
                        assertThat(officer.exchange(officer.request(ENGINE + "/task/" + ours.task() + "/claim")
                                                .header("Content-Type", "text/plain")
                                                .POST(BodyPublishers.ofString("{\"userId\": null}")))
                                        .statusCode())
                                .as("without the token of the web applications")
                                .isEqualTo(403);
                        assertThat(file.sendTo(
                                                ours.rest(ours.home().officer()).with("Sec-Fetch-Site", "cross-site"),
                                                "/api/v1/imports")
                                        .statusCode())
                                .as("credentials a browser remembers")
                                .isEqualTo(403);
                    }),
            new Probe(
                    "A deployed expression runs a command on the server",
                    "expressions see every class by reflection",
                    plain -> {
                        Bait bait = Bait.lay();
                        plain.run(Models.service("command", "camunda:expression=\"" + bait.expression() + "\""));

                        bait.assertTaken();
                    },
                    ours -> {
                        Bait bait = Bait.lay();
                        ours.runsNothing(Models.service("command", "camunda:expression=\"" + bait.expression() + "\""));

                        bait.assertUntouched();
                    }),
            new Probe(
                    "A deployed script runs on the server",
                    "script tasks may use the whole language",
                    plain -> {
                        Bait bait = Bait.lay();
                        plain.run(Models.script("script", bait.script()));

                        bait.assertTaken();
                    },
                    ours -> {
                        Bait bait = Bait.lay();
                        assertThat(ours.runsNothing(Models.script("script", bait.script())))
                                .hasStackTraceContaining("Scripting is off");

                        bait.assertUntouched();
                    }),
            new Probe(
                    "A stranger learns which version runs",
                    "known holes are looked up by it",
                    plain -> assertThat(plain.read("/version").at("/version").asText())
                            .isEqualTo("7.24.0"),
                    ours -> {
                        for (String path : List.of(
                                ENGINE + "/version",
                                "/camunda/app/welcome/default/",
                                "/login",
                                "/public/",
                                "/actuator/health",
                                "/nothing")) {
                            HttpResponse<String> answer = ours.stranger().get(path);
                            assertThat(answer.body() + answer.headers().map())
                                    .as(path)
                                    .doesNotContain("7.24", "Tomcat", "Camunda", "X-Powered-By");
                        }
                    }),
            new Probe(
                    "An error tells which classes run",
                    "exceptions are answered with their messages",
                    plain -> assertThat(plain.anybody()
                                    .get(REST + "/task?createdBefore=x")
                                    .body())
                            .contains("java.util.Date"),
                    ours -> {
                        Caller liaison = ours.liaison();
                        Caller rest = ours.rest(ours.home().liaison(0));
                        for (HttpResponse<String> answer : List.of(
                                ours.stranger().get(ENGINE + "/task?createdBefore=x"),
                                liaison.post(ENGINE + "/task", "{\"nothing\": 1}"),
                                liaison.post(ENGINE + "/task", "{\"priority\": \"x\"}"),
                                liaison.post(ENGINE + "/task", "{\"orQueries\": 1}"),
                                liaison.get(ENGINE + "/task?sortBy=nothing&sortOrder=asc"),
                                liaison.get(ENGINE + "/task/nothing"),
                                rest.post("/api/v1/work-items/nothing/completion", "{\"values\": 1}"),
                                rest.post("/api/v1/work-items/nothing/completion", "{"),
                                rest.get("/api/v1/key-tasks?page=x"),
                                liaison.get("/key-tasks?year=x"),
                                liaison.get("/error"))) {
                            assertThat(answer.body())
                                    .doesNotContain("org.", "java.", "\tat ", "select ", "Unrecognized", "SQL");
                        }
                    }),
            new Probe(
                    "A stranger reads the stack trace of a failure",
                    "it names libraries, versions and queries",
                    plain -> {
                        String instance = plain.run(Models.service(
                                "failing", "camunda:asyncBefore=\"true\" camunda:expression=\"${nothing}\""));
                        String job = plain.read("/job?processInstanceId=" + instance)
                                .at("/0/id")
                                .asText();
                        plain.anybody().send("POST", REST + "/job/" + job + "/execute", null);

                        assertThat(plain.anybody()
                                        .with("Accept", "text/plain")
                                        .get(REST + "/job/" + job + "/stacktrace")
                                        .body())
                                .contains("\tat org.camunda.bpm.engine.impl");
                    },
                    ours -> {
                        String path = ENGINE + "/job/" + ours.timer() + "/stacktrace";
                        assertThat(ours.stranger().get(path).statusCode()).isEqualTo(401);
                        for (String username :
                                List.of(ours.home().liaison(1), ours.foreign().officer(), "sysadmin")) {
                            assertThat(ours.signedIn(username).get(path).statusCode())
                                    .as(username)
                                    .isBetween(400, 499);
                        }
                    }));

    private StrangersProbes() {}
}
