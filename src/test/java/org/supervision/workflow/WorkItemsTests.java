package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.GroupPath;

/** Work items in REST: seen by their candidates only, completed once, refused with reasons. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class WorkItemsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private GuardedStep step;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestCity city;
    private String key;
    private String item;
    private Caller liaison;

    @BeforeEach
    void startStep() {
        city = cities.create();
        key = city.code() + "-step";
        item = step.start(key, GroupPath.liaison(city.code(), city.units().get(0)));
        liaison = Caller.basic(port, city.liaison(0), "demo");
    }

    private String at(String rest) {
        return "/api/v1/work-items/" + item + rest;
    }

    private static Map<String, Object> values(String answer, String decision) {
        return Map.of("values", Map.of("answer", answer, "decision", decision));
    }

    @Test
    void candidateSeesItWithItsSubjectFormAndPrefilledValues() {
        JsonNode list = Caller.read(liaison.get("/api/v1/work-items"));
        JsonNode detail = Caller.read(liaison.get(at("")));

        assertThat(list.at("/total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/id").asText()).isEqualTo(item);
        assertThat(list.at("/items/0/kind").asText()).isEqualTo("guarded-answer");
        assertThat(list.at("/items/0/keyTask/number").asInt()).isEqualTo(17);
        assertThat(list.at("/items/0/overdue").asBoolean()).isFalse();
        assertThat(detail.at("/values/answer").asText()).isEqualTo("prefilled");
        assertThat(detail.at("/values/hint").isMissingNode())
                .as("not a field of the form")
                .isTrue();
        assertThat(detail.at("/form/fields").findValuesAsText("key")).contains("answer", "decision", "figures");
    }

    @Test
    void nobodyElseSeesOrTouchesIt() {
        TestCity otherCity = cities.create();
        for (String username : List.of(
                city.leader(0), city.liaison(1), city.officer(), city.chief(), city.mayor(), otherCity.chief())) {
            Caller other = Caller.basic(port, username, "demo");

            assertThat(Caller.read(other.get("/api/v1/work-items")).at("/total").asInt())
                    .as(username)
                    .isZero();
            assertThat(other.get(at("")).statusCode()).as(username).isEqualTo(404);
            assertThat(other.put(at("/draft"), values("mine", "APPROVE")).statusCode())
                    .as(username)
                    .isEqualTo(404);
            assertThat(other.post(at("/completion"), values("done well", "APPROVE"))
                            .statusCode())
                    .as(username)
                    .isEqualTo(404);
        }
        assertThat(Caller.basic(port, "sysadmin", "demo").get(at("")).statusCode())
                .isEqualTo(403);
        assertThat(step.taken(key)).isEmpty();
    }

    @Test
    void draftIsKeptForTheUnitAndGoneWithTheCompletion() {
        Instant before = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        HttpResponse<String> saved = liaison.put(at("/draft"), Map.of("values", Map.of("answer", "half")));
        assertThat(saved.statusCode()).isEqualTo(204);
        String savedAt = saved.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(savedAt)))
                .as("by the installation's clock")
                .isBetween(before, clock.instant());
        assertThat(Caller.read(liaison.get(at(""))).at("/values/answer").asText())
                .isEqualTo("half");

        liaison.post(at("/completion"), values("done well", "APPROVE"));

        assertThat(jdbc.sql("select count(*) from work_item_draft where work_item_id = ?")
                        .param(item)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void draftHoldsFieldsOfTheFormOnly() {
        HttpResponse<String> answer = liaison.put(at("/draft"), Map.of("values", Map.of("answer", "half", "x", 1)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.read(answer).at("/errors").findValuesAsText("field")).contains("x");
    }

    @Test
    void draftThatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        Caller colleague = colleague();
        HttpResponse<String> none = liaison.get(at("/draft"));
        assertThat(Caller.read(none).at("/savedBy").isNull()).isTrue();

        HttpResponse<String> mine = savingAfter(liaison, none, "mine");
        HttpResponse<String> late = savingAfter(colleague, none, "theirs");
        HttpResponse<String> seen = colleague.get(at("/draft"));
        HttpResponse<String> theirs = savingAfter(colleague, seen, "both");

        assertThat(mine.statusCode()).isEqualTo(204);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains(Caller.read(seen).at("/savedBy").asText());
        assertThat(Caller.read(seen).at("/values/answer").asText()).isEqualTo("mine");
        assertThat(theirs.statusCode()).isEqualTo(204);
        assertThat(Caller.read(liaison.get(at(""))).at("/values/answer").asText())
                .isEqualTo("both");
        assertThat(Caller.basic(port, city.liaison(0), "demo")
                        .put(at("/draft"), Map.of("values", Map.of("answer", "whatever there is")))
                        .statusCode())
                .as("without an entity tag")
                .isEqualTo(204);
        assertThat(liaison.with("If-Match", "three")
                        .put(at("/draft"), Map.of("values", Map.of()))
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> savingAfter(Caller person, HttpResponse<String> seen, String answer) {
        return person.with("If-Match", seen.headers().firstValue("ETag").orElseThrow())
                .put(at("/draft"), Map.of("values", Map.of("answer", answer)));
    }

    @Test
    void whoeverElseHasItOpenIsNamed() {
        Caller colleague = colleague();

        assertThat(present(liaison)).isEmpty();
        assertThat(present(colleague)).hasSize(1);
        assertThat(present(liaison)).hasSize(1);

        jdbc.sql("update work_item_presence set seen_at = seen_at - interval '1 minute' where work_item_id = ?")
                .param(item)
                .update();
        assertThat(present(colleague)).as("the page was closed").isEmpty();
        liaison.post(at("/completion"), values("done well", "APPROVE"));
        assertThat(jdbc.sql("select count(*) from work_item_presence where work_item_id = ?")
                        .param(item)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<String> present(Caller person) {
        List<String> names = new ArrayList<>();
        Caller.read(person.put(at("/presence"), Map.of())).at("/others").forEach(name -> names.add(name.asText()));
        return names;
    }

    private Caller colleague() {
        return Caller.basic(port, cities.colleague(city, 0), "demo");
    }

    @Test
    void endlessDraftIsRefused() {
        HttpResponse<String> answer =
                liaison.put(at("/draft"), Map.of("values", Map.of("answer", "x".repeat(600_000))));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void whatTheFormForbidsIsRefusedWithMessagesInTheCallersLanguage() {
        HttpResponse<String> chinese = liaison.post(at("/completion"), values("x", "MAYBE"));
        HttpResponse<String> english = Caller.basic(port, city.liaison(0), "demo")
                .with("Accept-Language", "en")
                .post(at("/completion"), values("x", "MAYBE"));

        assertThat(chinese.statusCode()).isEqualTo(422);
        assertThat(chinese.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Caller.read(chinese).at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("answer", "decision");
        assertThat(chinese.body()).contains("“意见”不能选“MAYBE”");
        assertThat(english.body()).contains("is not offered for");
        assertThat(step.taken(key)).isEmpty();
    }

    @Test
    void unansweredWarningIsRefusedAndItsAnswerIsKept() {
        Map<String, Object> entered = Map.of("answer", GuardedStep.VAGUE, "decision", "APPROVE");
        HttpResponse<String> refused = liaison.post(at("/completion"), Map.of("values", entered));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Caller.read(refused).at("/errors").findValuesAsText("code")).containsExactly("test.vague");

        assertThat(answering(entered, "x".repeat(2_001)).statusCode()).isEqualTo(422);

        HttpResponse<String> accepted = answering(entered, "checked on site");

        assertThat(accepted.statusCode()).isEqualTo(204);
        assertThat(step.taken(key).get(0).warningAnswers())
                .containsExactly(new Submission.WarningAnswer("test.vague", "checked on site"));
    }

    private HttpResponse<String> answering(Map<String, Object> entered, String answer) {
        return liaison.post(
                at("/completion"),
                Map.of("values", entered, "warningAnswers", List.of(Map.of("code", "test.vague", "answer", answer))));
    }

    @Test
    void whatTheAggregateRefusesIsAConflictAndTheItemStays() {
        HttpResponse<String> answer = liaison.post(at("/completion"), values(GuardedStep.REFUSED, "APPROVE"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(liaison.get(at("")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedIsNoFailureInTheLog(CapturedOutput log) {
        int begun = log.getAll().length();
        liaison.post(at("/completion"), values("x", "MAYBE"));
        liaison.post(at("/completion"), values(GuardedStep.REFUSED, "APPROVE"));
        assertThat(log.getAll().substring(begun))
                .doesNotContain("ERROR")
                .doesNotContain("WARN")
                .doesNotContain("\tat ");

        HttpResponse<String> failure = liaison.post(at("/completion"), values(GuardedStep.BROKEN, "APPROVE"));

        assertThat(failure.statusCode()).isEqualTo(500);
        assertThat(log.getAll())
                .contains("ENGINE-16004", GuardedStep.BROKEN, "\tat ")
                .contains("Failure " + Caller.read(failure).at("/reference").asText());
    }

    @Test
    void comingSecondTellsWhoCompletedItAndWhen() {
        liaison.post(at("/completion"), values("done well", "APPROVE"));

        HttpResponse<String> second = liaison.post(at("/completion"), values("done well", "APPROVE"));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Caller.read(second).at("/code").asText()).isEqualTo("workflow.work-item.completed");
        assertThat(Caller.read(second).at("/detail").asText())
                .contains("市一局")
                .containsPattern("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
        assertThat(Caller.read(liaison.get("/api/v1/work-items?completed=true"))
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(item);
    }

    /** The first holds the work item open in its transaction until the second waits for it. */
    @Test
    void lostRaceTellsWhoWasFasterAndCountsOnce() {
        CountDownLatch inTheListener = step.holdNext(key);
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> liaison.post(at("/completion"), values("done well", "APPROVE")));
        step.awaitHeld(key);
        CompletableFuture<HttpResponse<String>> second = CompletableFuture.supplyAsync(
                () -> Caller.basic(port, city.liaison(0), "demo").post(at("/completion"), values("me too", "APPROVE")));
        awaitBlockedInsert();
        inTheListener.countDown();

        List<Integer> statuses =
                new ArrayList<>(List.of(first.join().statusCode(), second.join().statusCode()));
        assertThat(statuses).containsExactly(204, 409);
        assertThat(second.join().body()).contains("workflow.work-item.completed");
        assertThat(step.taken(key)).hasSize(1);
    }

    private void awaitBlockedInsert() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (jdbc.sql(
                                """
                                select count(*) from pg_stat_activity
                                 where wait_event_type = 'Lock' and query like '%completed_work_item%'
                                """)
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("the second waits").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
