package org.supervision.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;

/** A round in numbers, for everybody what they may see. */
@ApplicationTest
class StatisticsTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private TimeTravel time;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    private TestCity city;
    private String round;

    @BeforeEach
    void oneReportIsInTimeOneIsLateAndOneIsMissing() {
        city = cities.create();
        KeyTask measured = cities.keyTask(city, 1);
        keyTasks.save(measured.withGoal("新建口袋公园12个以上"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(
                        measured.id(),
                        proposals.of(List.of(measured.id())).get(0).id(),
                        1,
                        null));
        cities.keyTask(city, 2);
        cities.keyTask(city, 3);
        round = cities.openFirstQuarter(city);
        report(1, Map.of(String.valueOf(agreed.of(measured.id()).get(0).id()), 2));
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "RETURN", "comment", "核对数值"));
        time.to(Instant.parse("2024-04-08T10:00:00Z"));
        time.to(Instant.parse("2024-04-08T10:01:00Z"));
        report(2, Map.of());
    }

    @Test
    void theOfficeSeesAllUnits() {
        JsonNode counted = statistics(city.officer());

        assertThat(counted.at("/total/cycles").asInt()).isEqualTo(3);
        assertThat(counted.at("/total/reported").asInt()).isEqualTo(2);
        assertThat(counted.at("/total/onTime").asInt()).isEqualTo(1);
        assertThat(counted.at("/total/due").asInt()).isEqualTo(3);
        assertThat(counted.at("/total/onTimeShare").asInt()).isEqualTo(33);
        assertThat(counted.at("/total/returns").asInt()).isEqualTo(1);
        assertThat(counted.at("/total/lamps/BEHIND").asInt()).isEqualTo(1);
        assertThat(counted.at("/total/lamps/NOT_COUNTED").asInt()).isEqualTo(1);
        assertThat(counted.at("/total/lamps/UNKNOWN").asInt()).isEqualTo(1);
        assertThat(counted.at("/units/0/unit").asText()).isEqualTo(city.units().get(0));
    }

    @Test
    void aUnitSeesItsOwnAndAnotherCityNothing() {
        assertThat(statistics(city.liaison(0)).at("/total/cycles").asInt()).isEqualTo(3);
        assertThat(statistics(city.liaison(1)).at("/total/cycles").asInt()).isZero();
        assertThat(rest.get(cities.create().officer(), "/statistics?round={round}", round)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void everyNumberOfThePageLeadsToItsCycles() {
        Document page = pages.get(city.officer(), "/statistics?round=" + round);

        assertThat(page.text()).contains("1/3（33%）", "滞后 1", "不明 1");
        String behind = page.select("a[href*='lamp=BEHIND']").first().attr("href");
        assertThat(pages.get(city.officer(), behind).select("tbody tr[data-row]"))
                .hasSize(1);
        assertThat(pages.get(cities.create().officer(), "/statistics").text()).contains("还没有填报轮次");
    }

    private JsonNode statistics(String person) {
        return rest.get(person, "/statistics?round={round}", round).getBody();
    }

    private void report(int number, Map<String, Integer> values) {
        cities.complete(
                city.liaison(0),
                round + "-" + number,
                "progress-report",
                Map.of("verdict", "BEHIND", "progress", "第%d项已完成选址。".formatted(number), "indicatorValues", values));
    }
}
