package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supervision.Portal.Page;
import org.supervision.workflow.WorkItemSubjects;

/** What was published is corrected by a numbered correction, and what must not be read any more is gone at once. */
class CorrectionTests extends ClosedRoundScene {

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
                .contains("第 1 次更正", "12公顷", "第 1 项：", "工作进展", "首次公布")
                .doesNotContain("第 3 项：", "已被更正取代");
        assertThat(http.getForObject("/public/" + round + ".html?edition=1", String.class))
                .contains("已被更正取代")
                .doesNotContain("12公顷", "更正待公布");
        assertThat(http.getForObject("/public/" + round + ".csv?edition=1", String.class))
                .doesNotContain("12公顷");
        assertThat(http.getForObject("/public/" + round + ".csv", String.class)).contains("12公顷");
        assertThat(http.getForEntity("/public/" + round + ".json?edition=9", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(http.getForEntity("/public/" + round + ".html?edition=3", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(http.getForObject("/public/key-tasks/" + keyTask(1), String.class))
                .contains("建成第1号公园", "12公顷", "一季度", "第 1 次更正", "本项更正：", "工作进展", "edition=1");
        assertThat(http.getForObject("/public/key-tasks/" + keyTask(3), String.class))
                .doesNotContain("更正");
        JsonNode open = http.getForObject("/public/key-tasks/" + keyTask(1) + ".json", JsonNode.class);
        assertThat(open.at("/quarters/0/corrections/0/fields/0").asText()).isEqualTo("PROGRESS");
        assertThat(open.at("/quarters/0/result/progress/0").asText()).contains("12公顷");
        assertThat(http.getForObject("/public/" + round + ".json", JsonNode.class)
                        .at("/corrections/0/changes/0/number")
                        .asInt())
                .isEqualTo(1);
        withhold(1, null, WithholdingGround.STATE_SECRET);
        assertThat(http.getForEntity("/public/key-tasks/" + keyTask(1), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(http.getForObject("/public/" + round + ".html?edition=1", String.class))
                .contains("当时公布的，现有 1 项不再公开")
                .doesNotContain("建成第1号公园", "更正待公布");
        assertThat(jdbc.sql("select count(*) from publication where round_id = ?")
                        .param(round)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(cities.kindsWaitingFor(city.officer(), round)).containsExactly("secrecy-check");
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
}
