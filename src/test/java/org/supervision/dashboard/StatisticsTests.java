package org.supervision.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
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
        keyTasks.save(cities.keyTask(city, 2).withGoal("建成第2号公园<b>一期</b>"));
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

    /** Whatever number a table shows, the list behind it is as long. */
    @Test
    void everyNumberOfThePageLeadsToItsCycles() {
        for (String address : List.of("/statistics?round=" + round, "/statistics/years/2024")) {
            Document page = pages.get(city.officer(), address);
            List<Element> counts = page.select("td[data-value] > a[href^=/statistics/tasks]").stream()
                    .filter(link -> link.text().matches("\\d+"))
                    .filter(link -> !link.closest("section").id().equals("returns"))
                    .toList();
            assertThat(counts).hasSizeGreaterThan(8);
            Map<String, String> shown = counts.stream()
                    .collect(Collectors.toMap(link -> link.attr("href"), Element::text, (one, same) -> one));
            shown.forEach(
                    (href, count) -> assertThat(pages.get(city.officer(), href).select("tbody tr[data-row]"))
                            .as(href)
                            .hasSize(Integer.parseInt(count)));
        }
        Document page = pages.get(city.officer(), "/statistics?round=" + round);
        assertThat(page.select(".summary-strip").text()).contains("33.3%", "1/3", "1 件");
        assertThat(page.select("#lamps td[data-label=滞后]").text()).isEqualTo("1");
        assertThat(page.select("#returns tbody tr").text()).contains("单位负责人退回 1 1");
    }

    @Test
    void aPageWithoutNumbersSaysWhyAndAnotherCitysIsNotFound() {
        TestCity other = cities.create();
        assertThat(pages.get(other.officer(), "/statistics").text()).contains("还没有填报轮次");
        assertThat(pages.get(city.liaison(1), "/statistics").text()).contains("这里还没有任务");
        assertThat(pages.get(other.officer(), "/statistics/years/2024").text()).contains("这里还没有任务");
        for (String address : List.of(
                "/statistics?round=" + round,
                "/statistics/years/2024/cards/lamps.csv",
                "/statistics/tasks?figure=DUE&round=" + round,
                "/statistics/cards/lamps.csv?round=" + round)) {
            assertThat(pages.status(other.officer(), address)).as(address).isEqualTo(404);
        }
        assertThat(pages.status(
                        city.officer(), "/statistics?unit=" + other.units().get(0)))
                .isEqualTo(404);
        assertThat(pages.status(
                        city.liaison(0), "/statistics?unit=" + city.units().get(1)))
                .isEqualTo(404);
        assertThat(pages.status(city.officer(), "/statistics/cards/no-such.csv?round=" + round))
                .isEqualTo(404);
    }

    @Test
    void aLeaderSeesFirstWhatIsInCharge() {
        assertThat(pages.get(city.mayor(), "/statistics").select("#tasks")).isEmpty();
        cities.as(city.officer(), () -> {
            keyTasks.setLeaderInCharge(KeyTask.id(city.code(), 2024, 2), city.mayor());
            return null;
        });
        Document own = pages.get(city.mayor(), "/statistics");
        assertThat(own.select("#tasks tbody tr")).hasSize(1);
        assertThat(own.select("#tasks tbody tr").text()).contains("建成第2号公园<b>一期</b>");
        assertThat(own.select("#tasks b")).isEmpty();
        assertThat(own.select("#lamps td[data-label=任务]").text()).isEqualTo("1");
        assertThat(pages.get(city.mayor(), "/statistics?mine=false")
                        .select("#lamps td[data-label=任务]")
                        .text())
                .isEqualTo("3");
    }

    @Test
    void theTableOfEachCardIsAFileAndItsScriptsAreServed() throws Exception {
        Document page = pages.get(city.officer(), "/statistics?round=" + round);
        for (String script : page.select("script[src]").eachAttr("src")) {
            assertThat(pages.status(city.officer(), script)).as(script).isEqualTo(200);
        }
        List<String> files = page.select("a[download]").eachAttr("href");
        assertThat(files).hasSize(12);
        for (String file : files) {
            MockHttpServletResponse answer = pages.response(city.officer(), file);
            assertThat(answer.getStatus()).as(file).isEqualTo(200);
            if (file.contains(".xlsx")) {
                try (XSSFWorkbook workbook =
                        new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
                    assertThat(workbook.getSheetAt(0).getLastRowNum()).as(file).isGreaterThan(2);
                }
            }
        }
        assertThat(pages.response(city.officer(), "/statistics/cards/lamps.csv?round=" + round)
                        .getContentAsString(StandardCharsets.UTF_8))
                .startsWith("\uFEFF各单位计算灯,")
                .contains("\r\n市一局,");
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
