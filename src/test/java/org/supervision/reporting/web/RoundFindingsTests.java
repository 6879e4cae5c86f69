package org.supervision.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** What is doubtful in a round, and where unit and office do not say the same, stands on one page. */
@ApplicationTest
class RoundFindingsTests {

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    private TestCity city;
    private String round;

    @BeforeEach
    void oneHollowReportAndOneOnWhichTheOfficeDiffers() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2);
        cities.keyTask(city, 3);
        round = cities.openFirstQuarter(city);
        approve(1, "正在稳步推进相关工作。", "ON_SCHEDULE");
        approve(2, "完成第二处选址，签订合同2份。", "BEHIND");
        approve(3, "完成第三处选址，签订合同3份。", "ON_SCHEDULE");
    }

    private void approve(int number, String progress, String officeVerdict) {
        String cycle = round + "-" + number;
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", progress));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", officeVerdict));
    }

    @Test
    void thePageListsDoubtsByRuleAndWhatDiffers() {
        Page page = portal.signIn(city.officer()).open("/rounds/" + round + "/findings");

        assertThat(page.content().select("#VAGUE_ONLY .cell-number").eachText()).containsExactly("1");
        assertThat(page.content().select("#disagreements .cell-number").eachText())
                .containsExactly("2");
        assertThat(page.text("#disagreements")).contains("按序时推进", "滞后", "不计");
    }

    @Test
    void restTellsBothToThoseWhoReadTheWholeGovernment() {
        JsonNode findings =
                rest.get(city.mayor(), "/rounds/{id}/findings", round).getBody();

        assertThat(findings.at("/items").findValuesAsText("number")).containsExactly("1");
        assertThat(findings.at("/disagreements")).hasSize(1);
        assertThat(findings.at("/disagreements/0/number").asInt()).isEqualTo(2);
        assertThat(findings.at("/disagreements/0/unitVerdict").asText()).isEqualTo("ON_SCHEDULE");
        assertThat(findings.at("/disagreements/0/officeVerdict").asText()).isEqualTo("BEHIND");
        assertThat(rest.get(city.liaison(0), "/rounds/{id}/findings", round)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }
}
