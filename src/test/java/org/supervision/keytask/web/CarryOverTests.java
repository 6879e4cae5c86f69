package org.supervision.keytask.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.AgreedIndicators.Terms;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskSource;
import org.supervision.keytask.KeyTasks;

/** Key tasks of one year that go on in the next: as new ones of its draft, or linked by hand. */
@ApplicationTest
class CarryOverTests {

    private static final String PAGE = "/key-tasks/plans/2025/carry-over";

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private OrgUnits units;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private RestCalls rest;

    @Autowired
    private Portal portal;

    private TestCity city;
    private String done;
    private String left;

    @BeforeEach
    void oneOfTwoKeyTasksIsDone() {
        city = cities.create();
        done = cities.keyTask(city, 1).id();
        left = cities.keyTask(city, 2, 1).id();
        String round = cities.openFirstQuarter(city);
        cities.complete(city.liaison(1), round + "-2", "partner-part", Map.of("progress", "移交用地。"));
        report(round + "-1", "DONE");
        report(round + "-2", "BEHIND");
    }

    private void report(String cycle, String verdict) {
        cities.complete(
                city.liaison(0),
                cycle,
                "progress-report",
                Map.of("verdict", verdict, "progress", "完成" + cycle + "选址。"));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", verdict));
    }

    @Test
    void theLastValueIsShownInItsScaleAgainstItsTarget() {
        TestCity counted = cities.create();
        String keyTask = cities.keyTask(counted, 1).id();
        String indicator = String.valueOf(
                cities.as(counted.officer(), () -> agreed.enter(keyTask, new Terms(newJobs(), null, Map.of(), false))
                        .id()));
        String cycle = cities.openFirstQuarter(counted) + "-1";
        cities.complete(
                counted.liaison(0),
                cycle,
                "progress-report",
                Map.of("verdict", "BEHIND", "progress", "新增就业。", "indicatorValues", Map.of(indicator, "2.80")));
        cities.complete(counted.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(counted.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "BEHIND"));

        assertThat(portal.signIn(counted.officer()).open(PAGE).text("tbody")).contains("新增就业 2.8万人，目标 3.6万人");
        assertThat(rest.get(counted.officer(), "/plans/2025/carry-over")
                        .getBody()
                        .at("/items/0/ending/values/0/value")
                        .asDouble())
                .isEqualTo(2.8);
    }

    private static Indicator newJobs() {
        Indicator blank = Indicator.blank();
        return new Indicator(
                "新增就业",
                null,
                Indicator.Comparator.GE,
                new BigDecimal("3.6"),
                null,
                "人",
                Indicator.Scale.TEN_THOUSAND,
                Indicator.Base.NEW,
                Indicator.Direction.UP,
                blank.commitment(),
                blank.group(),
                blank.period());
    }

    @Test
    void whatIsLeftComesFirstAndIsCarriedOverOnceOnly() {
        plan2025(5);
        JsonNode candidates =
                rest.get(city.officer(), "/plans/2025/carry-over").getBody().at("/items");
        assertThat(candidates.findValuesAsText("verdict")).containsExactly("BEHIND", "DONE");

        JsonNode carried = carry(city.officer(), 2025, left).getBody();
        assertThat(carried.at("/created/0").asText()).isEqualTo(id(2025, 6));
        KeyTask successor = keyTasks.get(id(2025, 6));
        KeyTask predecessor = keyTasks.get(left);
        assertThat(successor.goal()).isEqualTo(predecessor.goal());
        assertThat(successor.leadUnit()).isEqualTo(predecessor.leadUnit());
        assertThat(successor.supportingUnits()).isEqualTo(predecessor.supportingUnits());
        assertThat(successor.milestones()).isEmpty();
        JsonNode again = carry(city.chief(), 2025, left, left).getBody();
        assertThat(again.at("/created")).isEmpty();
        assertThat(again.at("/unchanged").asInt()).isEqualTo(2);
        assertThat(keyTasks.of(city.code(), 2025)).hasSize(2);

        JsonNode lineage = rest.get(city.liaison(0), "/key-tasks/{id}/lineage", successor.id())
                .getBody();
        assertThat(lineage.at("/predecessor/id").asText()).isEqualTo(left);
        assertThat(lineage.at("/predecessor/ending/verdict").asText()).isEqualTo("BEHIND");
        JsonNode ofPartner = rest.get(city.liaison(1), "/key-tasks/{id}/lineage", successor.id())
                .getBody();
        assertThat(ofPartner.at("/predecessor/id").asText()).isEqualTo(left);
        assertThat(ofPartner.at("/predecessor/ending").isObject())
                .as("a partner's liaison reads its own part only")
                .isFalse();
        assertThat(rest.get(city.liaison(0), "/key-tasks/{id}/lineage", left)
                        .getBody()
                        .at("/successors/0/id")
                        .asText())
                .isEqualTo(successor.id());
    }

    @Test
    void theOfficeChoosesOnThePageAndWordsTheGoalAnew() {
        Page list = portal.signIn(city.officer()).open("/key-tasks?year=2024");
        Page page = list.follow("a[href=" + PAGE + "]");
        assertThat(page.text("tbody tr:first-child")).contains("建成第2号公园", "滞后", "市一局");
        Page refused = page.submit("#carry-over", Map.of("goal." + left, "续建第2号公园"));
        assertThat(refused.text("[role=alert]")).contains("请至少选一项任务");
        assertThat(refused.content().select("details[open] textarea").text())
                .as("what was typed is not lost")
                .isEqualTo("续建第2号公园");
        Page after = page.submit("#carry-over", Map.of("keyTask", left, "goal." + left, "续建第2号公园"));
        assertThat(after.text(".flash")).contains("已结转");
        assertThat(after.text("tbody")).contains("2025 年第 1 项");
        assertThat(keyTasks.get(id(2025, 1)).goal()).isEqualTo("续建第2号公园");
        assertThat(portal.signIn(city.liaison(0))
                        .open("/key-tasks/" + id(2025, 1) + "/lineage")
                        .text("main"))
                .contains("2024 年第 2 项", "滞后");
    }

    @Test
    void nothingIsAddedToAnIssuedPlanButItsKeyTasksAreLinkedByHand() {
        plan2025(1);
        assertThat(rest.post(city.chief(), "/plans/2025/issuance", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(carry(city.officer(), 2025, left).getStatusCode().value()).isEqualTo(409);
        assertThat(keyTasks.of(city.code(), 2025)).hasSize(1);
        assertThat(portal.signIn(city.officer()).open(PAGE).content().select("#carry-over button"))
                .isEmpty();

        Page lineage = portal.signIn(city.officer()).open("/key-tasks/" + id(2025, 1) + "/lineage");
        Page linked = lineage.submit("#link", Map.of("predecessor", done));
        assertThat(linked.text(".flash")).contains("已保存");
        assertThat(rest.get(city.officer(), "/plans/2025/carry-over")
                        .getBody()
                        .at("/items/1/continuedBy/0")
                        .asText())
                .isEqualTo(id(2025, 1));
        assertThat(link(city.officer(), id(2025, 1), null)).isEqualTo(200);
        assertThat(rest.get(city.officer(), "/key-tasks/{id}/lineage", id(2025, 1))
                        .getBody()
                        .at("/predecessor")
                        .isNull())
                .isTrue();
    }

    @Test
    void aPredecessorIsOfTheYearBeforeAndOfTheSameGovernment() {
        plan2025(1);
        TestCity other = cities.create();
        String foreign = cities.keyTask(other, 1).id();
        assertThat(link(city.officer(), id(2025, 1), foreign)).isEqualTo(422);
        assertThat(link(city.officer(), id(2025, 1), id(2025, 1))).isEqualTo(422);
        assertThat(link(city.officer(), left, done)).as("of the same year").isEqualTo(422);
        assertThat(link(other.officer(), id(2025, 1), left)).isEqualTo(404);
        assertThat(carry(city.officer(), 2025, foreign).getStatusCode().value()).isEqualTo(422);
        assertThat(carry(city.officer(), 2026, left).getStatusCode().value()).isEqualTo(422);
        assertThat(carry(city.officer(), 2025).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void onlyTheOfficeCarriesOver() {
        for (String person : List.of(city.liaison(0), city.leader(0), city.mayor())) {
            assertThat(carry(person, 2025, left).getStatusCode().value())
                    .as(person)
                    .isEqualTo(403);
            assertThat(link(person, left, null)).as(person).isEqualTo(403);
            assertThat(portal.signIn(person).open(PAGE).status()).as(person).isEqualTo(403);
        }
        assertThat(rest.get(city.liaison(2), "/key-tasks/{id}/lineage", left)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void aMergedUnitsKeyTaskGoesOnWithTheUnitThatHasItsDuties() {
        cities.as(city.chief(), () -> {
            units.merge(city.units().get(1), city.units().get(2));
            return true;
        });
        carry(city.officer(), 2025, left);
        assertThat(keyTasks.get(id(2025, 1)).supportingUnitCodes())
                .containsExactly(city.units().get(2));
    }

    private String id(int year, int number) {
        return KeyTask.id(city.code(), year, number);
    }

    private void plan2025(int number) {
        keyTasks.save(new KeyTask(
                id(2025, number),
                city.code(),
                2025,
                number,
                "新任务",
                city.units().get(0),
                List.of(),
                null,
                null,
                KeyTaskSource.WORK_REPORT,
                List.of()));
    }

    private ResponseEntity<JsonNode> carry(String person, int year, String... ids) {
        return rest.post(
                person,
                "/plans/{year}/carry-over",
                Map.of(
                        "keyTasks",
                        Arrays.stream(ids).map(each -> Map.of("keyTask", each)).toList()),
                year);
    }

    private int link(String person, String keyTask, @Nullable String predecessor) {
        Map<String, String> body = new HashMap<>();
        body.put("predecessor", predecessor);
        return rest.put(person, "/key-tasks/{id}/predecessor", body, keyTask)
                .getStatusCode()
                .value();
    }
}
