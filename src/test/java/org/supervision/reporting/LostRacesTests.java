package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.shared.Quarter;

/** People act on a round in the very moment in which its own timers and jobs do: each race is held until it is certain. */
@ApplicationTest
class LostRacesTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String round;

    @BeforeEach
    void aRoundIsArranged() {
        time.to(OffsetDateTime.parse("2024-03-29T09:00:00+08:00").toInstant());
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 1), LocalDate.of(2024, 4, 1), null, null, null, null, null)));
    }

    @Test
    void theRoundOpensByItsTimerBetweenTheFindingOfTheWorkItemAndItsCompletion() {
        // The engine asks for the person's rights when it has read the task and not yet the execution.
        CompletableFuture<ResponseEntity<JsonNode>> opening = whileHeld("lock act_ru_authorization", "opening");

        assertThat(opening.join().getStatusCode().value()).isEqualTo(200);
        assertThat(opening.join().getBody().get("state").asText()).isEqualTo("OPEN");
        assertThat(opening.join().getBody().get("cycleCount").asInt()).isEqualTo(2);
    }

    @Test
    void theRoundOpensByItsTimerWhichHasNotCommittedYet() {
        CompletableFuture<ResponseEntity<JsonNode>> opening = whileItsJobRuns("opening", city.officer());

        assertThat(opening.join().getStatusCode().value()).isEqualTo(200);
        assertThat(opening.join().getBody().get("state").asText()).isEqualTo("OPEN");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(round)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aWorkItemThatATimerHasEndedMeanwhileSaysSo() {
        String item = rest.get(city.officer(), "/work-items")
                .getBody()
                .at("/items/0/id")
                .asText();
        CompletableFuture<ResponseEntity<JsonNode>> completion = transaction.execute(status -> {
            jdbc.sql("lock act_ru_authorization").update();
            CompletableFuture<ResponseEntity<JsonNode>> call = CompletableFuture.supplyAsync(
                    () -> rest.post(city.officer(), "/work-items/{id}/completion", Map.of("values", Map.of()), item));
            awaitBlocked();
            management.executeJob(job().getId());
            return call;
        });

        assertThat(completion.join().getStatusCode().value()).isEqualTo(409);
        assertThat(completion.join().getBody().get("code").asText()).isEqualTo("workflow.work-item.ended");
    }

    @Test
    void closesRightAfterTheOpeningAndIsPublishedRightAfterTheClosing() {
        assertThat(act("opening", city.officer()).at("/state").asText()).isEqualTo("OPEN");
        assertThat(act("closing", city.officer()).at("/state").asText()).isEqualTo("CLOSED");
        assertThat(act("publication", city.chief()).at("/state").asText()).isEqualTo("PUBLISHED");

        assertThat(instances(round + "-1")).as("its cycles have ended").isZero();
    }

    @Test
    void isPublishedWhileTheJobThatEndsItsCyclesRuns() {
        act("opening", city.officer());
        act("closing", city.officer());

        CompletableFuture<ResponseEntity<JsonNode>> publication = whileItsJobRuns("publication", city.chief());

        assertThat(publication.join().getStatusCode().value()).isEqualTo(200);
        assertThat(publication.join().getBody().get("state").asText()).isEqualTo("PUBLISHED");
        assertThat(instances(round + "-1")).isZero();
    }

    @Test
    void whatStillWaitsAfterTheClosingIsRefusedBecauseTheRoundIsClosed() {
        act("opening", city.officer());
        management.executeJob(job().getId());
        cities.complete(city.liaison(0), round + "-1", "progress-report", REPORT);
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "APPROVE"));
        act("closing", city.officer());

        assertThat(complete(
                        city.officer(),
                        round + "-1",
                        "office-review",
                        Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE")))
                .isEqualTo("reporting.cycle.round-closed");
        assertThat(complete(city.liaison(1), round + "-2", "partner-part", Map.of("progress", "移交用地。")))
                .isEqualTo("reporting.cycle.round-closed");
        act("publication", city.chief());
        assertThat(cities.kindsWaitingFor(city.officer(), round + "-1")).isEmpty();
    }

    @Test
    void aReportThatIsBeingSubmittedIsWaitedForByTheClosing() {
        act("opening", city.officer());
        management.executeJob(job().getId());
        CompletableFuture<ResponseEntity<JsonNode>> closing = transaction.execute(status -> {
            cities.complete(city.liaison(0), round + "-1", "progress-report", REPORT);
            CompletableFuture<ResponseEntity<JsonNode>> call = call("closing", city.officer());
            awaitBlocked();
            return call;
        });

        assertThat(closing.join().getStatusCode().value()).isEqualTo(200);
        assertThat(jdbc.sql("select outcome from reporting_cycle where id = ?")
                        .param(round + "-1")
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_APPROVED");
    }

    private CompletableFuture<ResponseEntity<JsonNode>> whileHeld(String lock, String act) {
        return transaction.execute(status -> {
            jdbc.sql(lock).update();
            CompletableFuture<ResponseEntity<JsonNode>> call = call(act, city.officer());
            awaitBlocked();
            management.executeJob(job().getId());
            return call;
        });
    }

    private CompletableFuture<ResponseEntity<JsonNode>> whileItsJobRuns(String act, String username) {
        return transaction.execute(status -> {
            management.executeJob(job().getId());
            CompletableFuture<ResponseEntity<JsonNode>> call = call(act, username);
            awaitBlocked();
            return call;
        });
    }

    private CompletableFuture<ResponseEntity<JsonNode>> call(String act, String username) {
        return CompletableFuture.supplyAsync(() -> rest.post(username, "/rounds/{id}/{act}", null, round, act));
    }

    private JsonNode act(String act, String username) {
        ResponseEntity<JsonNode> answer = rest.post(username, "/rounds/{id}/{act}", null, round, act);
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
        return answer.getBody();
    }

    /** @return the code of the refusal */
    private String complete(String username, String key, String kind, Map<String, Object> values) {
        String item = cities.as(username, () -> cities.waiting(key, kind).id());
        ResponseEntity<JsonNode> answer =
                rest.post(username, "/work-items/{id}/completion", Map.of("values", values), item);
        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        return answer.getBody().get("code").asText();
    }

    /** The one job of the round: a timer, or its next step. */
    private Job job() {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(round)
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private long instances(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .count();
    }

    /** Another connection waits for what this transaction holds. */
    private void awaitBlocked() {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .pollInSameThread()
                .until(() -> jdbc.sql(
                                        "select count(*) from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))")
                                .query(Long.class)
                                .single()
                        > 0);
    }
}
