package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.repository.Deployment;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.workflow.Caller;
import org.supervision.workflow.Submissions;

/** Ours with two cities in the middle of a quarter, and those who might try something. */
final class OurApplication {

    /** Where Cockpit and Tasklist reach the engine. */
    static final String ENGINE = "/camunda/api/engine/engine/default";

    private final int port;
    private final TestCities cities;
    private final ProcessEngine engine;
    private final Map<String, Caller> signedIn = new HashMap<>();

    private final TestCity home;
    private final TestCity foreign;
    private final String round;

    OurApplication(int port, TestCities cities, ProcessEngine engine) {
        this.port = port;
        this.cities = cities;
        this.engine = engine;
        home = cities.create();
        foreign = cities.create();
        cities.keyTask(home, 1);
        cities.keyTask(home, 2);
        cities.keyTask(foreign, 1);
        cities.openFirstQuarter(foreign);
        round = cities.openFirstQuarter(home);
    }

    int port() {
        return port;
    }

    TestCities cities() {
        return cities;
    }

    TestCity home() {
        return home;
    }

    TestCity foreign() {
        return foreign;
    }

    String round() {
        return round;
    }

    /** The cycle of the first key task; its report is drafted by the first unit. */
    String cycle() {
        return round + "-1";
    }

    ProcessEngine engine() {
        return engine;
    }

    Caller stranger() {
        return Caller.anonymous(port);
    }

    Caller signedIn(String username) {
        return signedIn.computeIfAbsent(username, name -> Caller.signedIn(port, name, "demo"));
    }

    /** By REST, with the credentials in each call. */
    Caller rest(String username) {
        return Caller.basic(port, username, "demo");
    }

    /** Writes the first unit's report. */
    Caller liaison() {
        return signedIn(home.liaison(0));
    }

    Caller officer() {
        return signedIn(home.officer());
    }

    String task() {
        return cities.as(home.liaison(0), () -> cities.waiting(cycle(), "progress-report")
                .id());
    }

    String instance() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task())
                .singleResult()
                .getProcessInstanceId();
    }

    String timer() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance())
                .timers()
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    /**
     * There is no open REST interface of the engine, and that of the web applications refuses the act to strangers, to a
     * unit, to the office and its head, and to those who administer.
     */
    void refusesToAll(String method, String path, Object body) {
        assertThat(stranger().send(method, "/engine-rest" + path, body).statusCode())
                .isIn(302, 403);
        assertThat(stranger().send(method, ENGINE + path, body).statusCode()).isEqualTo(401);
        for (Caller caller : List.of(liaison(), officer(), signedIn(home.chief()), signedIn("sysadmin"))) {
            assertThat(caller.send(method, "/engine-rest" + path, body).statusCode())
                    .isIn(403, 404);
            HttpResponse<String> answer = caller.send(method, ENGINE + path, body);
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(403);
        }
    }

    JsonNode read(Caller caller, String path) {
        HttpResponse<String> answer = caller.get(ENGINE + path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return Caller.read(answer);
    }

    /** Even deployed by the application itself the process would not do what it wants; answers what it fails with. */
    Throwable runsNothing(String process) {
        String id = process.replaceAll("(?s).*<process id=\"([^\"]+)\".*", "$1");
        Deployment deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(id + ".bpmn", process)
                .deploy();
        try {
            Throwable failure = catchThrowable(() -> engine.getRuntimeService()
                    .startProcessInstanceByKey(id, Map.of(Submissions.GOVERNMENT, home.code())));
            assertThat(failure).isInstanceOf(ProcessEngineException.class);
            return failure;
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    void hasNobodyCalled(String username) {
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId(username)
                        .count())
                .isZero();
    }

    /** Not even by the application itself; answers why. */
    Throwable refusesToDeploy(String name, String content) {
        Throwable refusal = catchThrowable(() -> engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy());
        assertThat(refusal).isInstanceOf(ProcessEngineException.class);
        return refusal;
    }

    /** What the engine answers that person, beyond any door. */
    <T> T as(String username, Function<ProcessEngine, T> act) {
        engine.getIdentityService().setAuthenticatedUserId(username);
        try {
            return act.apply(engine);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
