package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.shared.DomainException;
import org.supervision.workflow.WorkItemSubjects;
import org.supervision.workflow.WorkItems;

/** Nothing secret is published: what is withheld is left out, and nobody signs what nobody has checked. */
@ApplicationTest
class PublicationWithCareTests {

    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "confirmed", true);
    private static final Map<String, Object> CHECKED = Map.of("confirmed", true, "opinion", "已核对。");

    @Autowired
    private TestCities cities;

    @Autowired
    private Withholdings withholdings;

    @Autowired
    private Publications publications;

    @Autowired
    private SecrecyChecks checks;

    @Autowired
    private CycleReopening reopening;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Portal portal;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String round;

    @BeforeEach
    void aRoundOfThreeApprovedReportsIsClosed() {
        city = cities.create();
        for (int number = 1; number <= 3; number++) {
            cities.keyTask(city, number);
        }
        round = cities.openFirstQuarter(city);
        for (int number = 1; number <= 3; number++) {
            report(number, "完成第%d处选址。".formatted(number));
        }
        cities.complete(city.officer(), round, "round-closing", Map.of());
        time.to(Instant.parse("2024-04-01T01:02:00Z"));
    }

    @Test
    void leavesOutAWholeTaskAndTheReportOfAnotherAndCountsThem() {
        withhold(1, null, WithholdingGround.STATE_SECRET);
        withhold(2, round, WithholdingGround.SECRETS_OF_OTHERS);
        publish();

        String page = http.getForObject("/public/" + round + ".html", String.class);
        assertThat(page)
                .contains("另有 1 项依法不予公开", "本季进展不予公开（涉及商业秘密或者个人隐私）", "建成第2号公园", "完成第3处选址")
                .doesNotContain("建成第1号公园", "完成第1处选址", "完成第2处选址", "内部理由");
        JsonNode data = http.getForObject("/public/" + round + ".json", JsonNode.class);
        assertThat(data.at("/withheld").asInt()).isEqualTo(1);
        assertThat(data.at("/total").asInt()).isEqualTo(2);
        assertThat(data.at("/keyTasks/0/withheld").asText()).isEqualTo("SECRETS_OF_OTHERS");
        assertThat(data.toString()).doesNotContain("第1号", "第1处", "第2处", "内部理由");
        // Inside, everything is still there.
        assertThat(publications.preview(round)).hasSize(3);
    }

    @Test
    void publishesAgainWhatIsLifted() {
        withhold(1, null, WithholdingGround.INTERNAL_AFFAIRS);
        lift(1);
        publish();
        assertThat(publications.latest(round).orElseThrow().rows()).hasSize(3);
        assertThat(publications.latest(round).orElseThrow().withheld()).isZero();
    }

    @Test
    void whatIsMarkedAfterThePublicationIsTakenDownAtOnceAndCorrected() {
        publish();
        withhold(1, null, WithholdingGround.STATE_SECRET);
        withhold(2, round, WithholdingGround.SECRETS_OF_OTHERS);

        String page = http.getForObject("/public/" + round + ".html", String.class);
        assertThat(page)
                .contains("另有 1 项依法不予公开", "签发后又有 2 项不予公开，更正待公布")
                .doesNotContain("建成第1号公园", "完成第1处选址", "完成第2处选址");
        assertThat(http.getForObject("/public/" + round + ".json", String.class))
                .doesNotContain("建成第1号公园", "完成第2处选址");
        assertThat(publications.latest(round).orElseThrow().rows())
                .as("as signed")
                .hasSize(3);

        publish();
        assertThat(publications.latest(round).orElseThrow().number()).isEqualTo(2);
        assertThat(http.getForObject("/public/" + round + ".html", String.class))
                .contains("第 1 次更正", "另有 1 项依法不予公开")
                .doesNotContain("更正待公布", "建成第1号公园");
    }

    @Test
    void whatIsLiftedAfterThePublicationComesBackByACorrectionOnly() {
        withhold(1, null, WithholdingGround.INTERNAL_AFFAIRS);
        publish();
        lift(1);
        assertThat(http.getForObject("/public/" + round + ".html", String.class))
                .doesNotContain("建成第1号公园");
        publish();
        assertThat(http.getForObject("/public/" + round + ".html", String.class))
                .contains("建成第1号公园", "第 1 次更正");
    }

    @Test
    void aMarkThatIsTakenBackBeforeTheSignatureCorrectsNothing() {
        publish();
        withhold(1, null, WithholdingGround.INTERNAL_AFFAIRS);
        lift(1);
        publish();
        assertThat(publications.latest(round).orElseThrow().number()).isEqualTo(1);
        assertThat(cities.kindsWaitingFor(city.chief(), round)).isEmpty();
    }

    @Test
    void theKeyTasksPageShowsAndLiftsItsMarks() {
        withhold(1, null, WithholdingGround.SECURITY);
        Page page = portal.signIn(city.officer()).open("/key-tasks/" + keyTask(1) + "/withholdings");
        assertThat(page.text("#withholdings")).contains("整项任务", "内部理由");
        Page refused = page.submit("#withhold", Map.of("round", round, "reason", "涉及企业"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-summary")).contains("请选择不予公开的依据");
        refused.submit("#withhold", Map.of("ground", "SECRETS_OF_OTHERS"));
        assertThat(withholdings.of(round)).hasSize(2);
        portal.signIn(city.officer())
                .open("/key-tasks/" + keyTask(1) + "/withholdings")
                .submit("form[action$=/lifting]", Map.of());
        assertThat(withholdings.of(round)).singleElement().satisfies(left -> assertThat(left.roundId())
                .isEqualTo(round));
        assertThat(portal.signIn(city.liaison(0))
                        .open("/key-tasks/" + keyTask(1) + "/withholdings")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodySignsWhatChangedAfterTheCheck() {
        cities.complete(city.officer(), round, "secrecy-check", CHECKED);
        withhold(1, null, WithholdingGround.SECURITY);

        assertThatThrownBy(() -> cities.complete(city.chief(), round, "round-publication", SIGN))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("changed-since-check");
        cities.complete(city.chief(), round, "round-publication", Map.of("decision", "RETURN", "comment", "第一项请再核对。"));
        assertThat(cities.kindsWaitingFor(city.chief(), round)).containsExactly("secrecy-check");
        cities.complete(city.officer(), round, "secrecy-check", CHECKED);
        cities.complete(city.chief(), round, "round-publication", SIGN);

        assertThat(publications.latest(round).orElseThrow().withheld()).isEqualTo(1);
        assertThat(checks.latest(round).orElseThrow().opinion()).isEqualTo("已核对。");
    }

    @Test
    void aChiefWhoSignsAtOnceHasMadeTheCheck() {
        ResponseEntity<JsonNode> published = rest.post(city.chief(), "/rounds/{id}/publication", null, round);
        assertThat(published.getBody().at("/state").asText()).isEqualTo("PUBLISHED");
        assertThat(checks.latest(round)).isPresent();
    }

    @Test
    void theOfficeWithholdsOnThePageAndReadsWhatIsMissing() {
        Page page = portal.signIn(city.officer()).open("/rounds/" + round + "/preview");
        Page refused = page.submit("#withhold", Map.of("keyTask", keyTask(2), "reason", "涉及企业"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-summary")).contains("请选择不予公开的依据");
        Page withheld = refused.submit("#withhold", Map.of("ground", "SECRETS_OF_OTHERS"));
        assertThat(withheld.text(".flash")).contains("已列入不予公开");
        assertThat(withheld.text("#secrecy")).contains("第 2 项", "本季进展", "涉及企业");
        assertThat(withheld.text("table")).contains("本季进展不予公开");
        assertThat(withheld.submit("form[action$=/lifting]", Map.of()).text("table"))
                .contains("完成第2处选址");
    }

    @Test
    void aReopenedCycleIsPublishedAsANumberedCorrectionAndTheOldTableStays() {
        publish();
        reopen(1);
        reopen(2);
        assertThat(cities.as(city.liaison(0), () -> workItems
                        .get(cities.waiting(round + "-1", "progress-report").id())
                        .facts()))
                .extracting(WorkItemSubjects.Fact::text)
                .containsExactly("第一处数字有误");
        assertThatThrownBy(() -> reopen(1)).hasMessageContaining("not-CLOSED");
        report(1, "完成第1处选址，共12公顷。");
        assertThat(cities.kindsWaitingFor(city.officer(), round)).isEmpty();
        report(2, "完成第2处选址，共8公顷。");

        assertThat(publications.latest(round).orElseThrow().number()).isEqualTo(1);
        assertThat(rest.post(city.chief(), "/rounds/{id}/publication", null, round)
                        .getStatusCode()
                        .value())
                .as("a correction is checked before it is signed")
                .isEqualTo(409);
        cities.complete(city.officer(), round, "secrecy-check", CHECKED);
        reopen(3);
        assertThatThrownBy(() -> cities.complete(city.chief(), round, "round-publication", SIGN))
                .hasMessageContaining("round.reopened");
        assertThat(rest.post(city.chief(), "/rounds/{id}/publication", null, round)
                        .getStatusCode()
                        .value())
                .as("what is refused is not told as done")
                .isEqualTo(409);
        report(3, "完成第3处选址。");
        cities.complete(city.chief(), round, "round-publication", Map.of("decision", "RETURN", "comment", "再核"));
        publish();

        Publication corrected = publications.latest(round).orElseThrow();
        assertThat(corrected.number()).isEqualTo(2);
        assertThat(corrected.rows().get(0).progress()).containsExactly("完成第1处选址，共12公顷。");
        assertThat(http.getForObject("/public/" + round + ".html", String.class))
                .contains("第 1 次更正", "12公顷");
        assertThat(jdbc.sql("select count(*) from publication where round_id = ?")
                        .param(round)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(cities.kindsWaitingFor(city.officer(), round)).isEmpty();
    }

    @Test
    void aReportThatIsReopenedAndLateClimbsTheLadderAgain() {
        publish();
        reopen(1);
        time.to(Instant.parse("2024-04-08T00:00:00Z"));
        assertThat(jdbc.sql("select kind from slip where cycle_id = ? and ended_at is null")
                        .param(round + "-1")
                        .query(String.class)
                        .list())
                .containsExactly("REMINDER");
    }

    @Test
    void onlyTheChiefReopensAndOnlyWhatIsPublished() {
        assertThat(reopening(city.chief(), Map.of("reason", "有误"))).isEqualTo(409);
        publish();
        for (String other : new String[] {city.officer(), city.leader(0), city.mayor()}) {
            assertThat(reopening(other, Map.of("reason", "有误"))).as(other).isEqualTo(403);
        }
        assertThat(reopening(cities.create().chief(), Map.of("reason", "有误"))).isEqualTo(404);
        assertThat(reopening(city.chief(), Map.of())).isEqualTo(422);
        Page page = portal.signIn(city.chief()).open("/cycles/" + round + "-1");
        assertThat(page.submit("#reopening", Map.of("reason", " ")).text("#reopening"))
                .contains("请写明理由");
        Page reopened = page.submit("#reopening", Map.of("reason", "数字有误"));
        assertThat(reopened.text(".flash")).contains("已重新打开");
        assertThat(reopened.content().select("#reopening")).isEmpty();
        assertThat(reopened.text("main")).contains("重新打开：数字有误");
    }

    private int reopening(String person, Map<String, String> body) {
        return rest.post(person, "/cycles/{id}/reopening", body, round + "-1")
                .getStatusCode()
                .value();
    }

    private void reopen(int number) {
        cities.as(city.chief(), () -> {
            reopening.reopen(round + "-" + number, "第一处数字有误");
            return number;
        });
    }

    private void report(int number, String progress) {
        String cycle = round + "-" + number;
        cities.complete(city.liaison(0), cycle, "progress-report", Map.of("verdict", "DONE", "progress", progress));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "DONE"));
    }

    @Test
    void onlyTheOfficeOfTheCityWithholds() {
        Map<String, String> body = Map.of("ground", "SECURITY", "reason", "测试");
        for (String other : new String[] {city.liaison(0), city.leader(0), city.mayor(), "sysadmin"}) {
            assertThat(status(other, body)).as(other).isEqualTo(403);
        }
        assertThat(status(cities.create().officer(), body)).isEqualTo(404);
        assertThat(status(city.officer(), Map.of("ground", "SECURITY"))).isEqualTo(422);
        assertThat(status(city.officer(), body)).isEqualTo(204);
        assertThat(status(city.officer(), body)).isEqualTo(409);
        assertThat(rest.get(city.liaison(0), "/rounds/{id}/withholdings", round)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        JsonNode listed =
                rest.get(city.chief(), "/rounds/{id}/withholdings", round).getBody();
        assertThat(listed.at("/items")).hasSize(1);
    }

    private int status(String person, Map<String, String> body) {
        return rest.post(person, "/key-tasks/{id}/withholdings", body, keyTask(1))
                .getStatusCode()
                .value();
    }

    private void publish() {
        cities.complete(city.officer(), round, "secrecy-check", CHECKED);
        cities.complete(city.chief(), round, "round-publication", SIGN);
    }

    private void withhold(int number, @Nullable String ofRound, WithholdingGround ground) {
        cities.as(city.officer(), () -> {
            withholdings.withhold(keyTask(number), ofRound, ground, "内部理由");
            return number;
        });
    }

    private void lift(int number) {
        cities.as(city.officer(), () -> {
            withholdings.lift(
                    keyTask(number),
                    withholdings.ofKeyTask(keyTask(number)).get(0).id());
            return number;
        });
    }

    private String keyTask(int number) {
        return "%s-2024-%d".formatted(city.code(), number);
    }
}
