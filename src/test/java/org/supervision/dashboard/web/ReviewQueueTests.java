package org.supervision.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** Reviewers see the doubtful first, pass the clean with one key, and look at what was drawn. */
@ApplicationTest
class ReviewQueueTests {

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    private TestCity city;
    private String round;

    @BeforeEach
    void threeReportsWaitForTheOffice() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2);
        cities.keyTask(city, 3);
        round = cities.openFirstQuarter(city);
        report(1, "完成选址，开工建设。");
        report(2, "正在稳步推进相关工作。");
        report(3, "完成第三处选址，签订合同2份。");
    }

    private void report(int number, String progress) {
        String cycle = round + "-" + number;
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", progress));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
    }

    private List<String> numbers(Page desk) {
        return desk.content().select("tr[data-row] .cell-number").eachText();
    }

    @Test
    void theDoubtfulStandsFirstWithItsReason() {
        Page desk = portal.signIn(city.officer()).open("/");

        assertThat(numbers(desk)).containsExactly("2", "1", "3");
        assertThat(desk.content().select("tr[data-row]").get(0).text()).contains("只有套话");
        assertThat(numbers(desk.follow("a[href*=part=DOUBTFUL]"))).containsExactly("2");
        assertThat(desk.follow("a[href*=part=SAMPLED]").text("table")).contains("没有这一类待审的报告");
    }

    @Test
    void oneKeyApprovesACleanReportAndOpensTheNext() {
        Page first = portal.signIn(city.officer()).open("/").follow("tr[data-row]:contains(第1号) a");
        assertThat(first.text(".queue-place")).contains("第 2 件，共 3 件");
        assertThat(first.content().select("a[data-key=k]")).hasSize(1);

        Page next = first.submit(
                "form#work-item",
                Map.of(),
                first.content().expectFirst("button[data-key=a]").attr("formaction"));

        assertThat(next.text("h1")).contains("第3号");
        assertThat(next.text(".flash")).contains("第 1 项");
        assertThat(rest.get(city.officer(), "/cycles/{id}", round + "-1")
                        .getBody()
                        .findValue("officeVerdict")
                        .asText())
                .isEqualTo("ON_SCHEDULE");
    }

    @Test
    void whatDeservesACloserLookIsNotApprovedByOneKey() {
        Page doubtful = portal.signIn(city.officer()).open("/").follow("tr[data-row]:contains(第2号) a");
        assertThat(doubtful.content().select("[formaction$=clean-approval]")).isEmpty();

        Page refused = doubtful.submit("form#work-item", Map.of(), doubtful.path() + "/clean-approval");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-summary")).contains("有要留意的地方");
    }

    @Test
    void aSampleIsDrawnOnceAndMarkedInTheQueue() {
        JsonNode sample = rest.post(city.officer(), "/rounds/{id}/spot-check", null, round)
                .getBody();
        assertThat(sample.at("/drawn")).hasSize(1);
        assertThat(sample.at("/seed").asText()).matches("[0-9a-f]{32}");
        assertThat(rest.post(city.chief(), "/rounds/{id}/spot-check", null, round)
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
        assertThat(rest.post(city.liaison(0), "/rounds/{id}/spot-check", null, round)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);

        Page desk = portal.signIn(city.officer()).open("/").follow("a[href*=part=SAMPLED]");
        assertThat(numbers(desk)).containsExactly(sample.at("/drawn/0/number").asText());
        Page drawn = desk.follow("tr[data-row] a");
        assertThat(drawn.text(".queue-place")).contains("抽查样本");
        assertThat(drawn.content().select("[formaction$=clean-approval]")).isEmpty();
    }

    @Test
    void thePageDrawsTheSampleAndTellsHowToRepeatIt() {
        Page page = portal.signIn(city.officer()).open("/rounds/" + round + "/spot-check");
        assertThat(page.text(".empty")).contains("还没有抽取", "10%");

        Page drawn = page.submit("form[action$=spot-check]", Map.of());

        assertThat(drawn.text(".flash")).contains("已抽取 1 件");
        assertThat(drawn.text("main")).contains("从 3 件中抽 1 件（10%）", "SHA-256");
        assertThat(drawn.content().select("form[action$=spot-check]")).isEmpty();
        assertThat(portal.signIn(city.liaison(0))
                        .open("/rounds/" + round + "/spot-check")
                        .status())
                .isEqualTo(403);
    }
}
