package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SubItem;
import org.supervision.keytask.SubItems;
import org.supervision.shared.DomainException;

/** A target of 260 households, split over three counties and 50 that the lead keeps itself. */
@ApplicationTest
class SplitTargetTests {

    private static final String DIFFERS = "与分项合计不一致";

    @Autowired
    private TestCities cities;

    @Autowired
    private OrgUnits units;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private SubItems subItems;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Autowired
    private Portal portal;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String keyTask;
    private String cycle;
    private long indicator;
    private List<SubItem> items;

    @BeforeEach
    void aTargetIsSplit() {
        TestCity small = cities.create();
        List<String> codes = new ArrayList<>(small.units());
        codes.add(units.create(small.code(), "丁县").code());
        city = new TestCity(small.code(), codes);
        KeyTask stored = cities.keyTask(city, 1, 1, 2, 3);
        keyTask = stored.id();
        keyTasks.save(stored.withGoal("改造农户260户"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(
                        keyTask, proposals.of(List.of(keyTask)).get(0).id(), 1, null));
        indicator = agreed.of(keyTask).get(0).id();
        cities.as(city.officer(), () -> {
            subItems.add(keyTask, new SubItems.Terms("城区农户", city.units().get(0), indicator, new BigDecimal(50)));
            subItems.distribute(keyTask, indicator);
            return null;
        });
        items = subItems.of(keyTask);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void thePartsAreRolledUpAndTheLeadsFigureIsHeldAgainstThem() {
        // Each county sees what it carries, and reports it.
        Document part = pages.get(city.liaison(1), "/work-items/" + item(city.liaison(1), "partner-part"));
        assertThat(part.select("#readings").text()).contains("市二局", "70户");
        assertThat(part.select("#readings input.input-number")).hasSize(1);
        reportPart(1, 20);
        reportPart(2, 15);
        time.to(OffsetDateTime.parse("2024-04-03T18:01:00+08:00").toInstant());

        // The lead sees who is missing, its own part to be filled in, and the sum as its own figure.
        String draft = item(city.liaison(0), "progress-report");
        JsonNode values =
                rest.get(city.liaison(0), "/work-items/{id}", draft).getBody().at("/values");
        assertThat(values.at("/indicatorValues/0/value").asInt()).isEqualTo(35);
        assertThat(values.at("/subItemValues/0/subItemId").asLong())
                .isEqualTo(items.get(0).id());
        Document form = pages.get(city.liaison(0), "/work-items/" + draft);
        assertThat(form.select("#readings").text()).contains("丁县", "未报", "2 个分项未报", "城区农户", "35户");
        assertThat(form.select("#readings input[name='subItemValues[0].value']"))
                .hasSize(1);

        // A figure that is not the sum is doubted.
        Map<String, Object> report = report(80, 10);
        JsonNode refused = rest.post(city.liaison(0), "/work-items/{id}/completion", Map.of("values", report), draft)
                .getBody();
        assertThat(refused.toString()).contains("SUM_DIFFERS", "80 ≠ 45 (3/4)");
        cities.complete(city.liaison(0), cycle, "progress-report", report);

        // The lamp is unknown: a county has said nothing, whatever the lead says.
        JsonNode version =
                rest.get(city.officer(), "/cycles/{id}", cycle).getBody().at("/reports/0");
        assertThat(version.at("/lamp").asText()).isEqualTo("UNKNOWN");
        JsonNode rolled = version.at("/indicators/0/rollUp");
        assertThat(rolled.at("/sum").asInt()).isEqualTo(45);
        assertThat(List.of(lamp(rolled, 0), lamp(rolled, 1), lamp(rolled, 2), lamp(rolled, 3)))
                .containsExactly("BEHIND", "AT_RISK", "BEHIND", "UNKNOWN");

        // The reviewers see it beside the values.
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        Document review = pages.get(city.officer(), "/work-items/" + item(city.officer(), "office-review"));
        assertThat(review.text()).contains(DIFFERS, "1 个分项未报", "与分项不符", TestCities.ANSWER);

        // The key task shows the quarter; a partner's liaison sees the own part only.
        assertThat(pages.get(city.officer(), "/key-tasks/" + keyTask)
                        .select("#sub-items")
                        .text())
                .contains("份额合计 260，与目标一致", "20户", "15户", "未报", "45");
        assertThat(pages.get(city.liaison(1), "/key-tasks/" + keyTask)
                        .select("#sub-items")
                        .text())
                .contains("20户")
                .doesNotContain("15户", "45");
        JsonNode split =
                rest.get(city.officer(), "/key-tasks/{id}/sub-items", keyTask).getBody();
        assertThat(split.at("/branches/0/standing/lamp").asText()).isEqualTo("UNKNOWN");
        assertThat(split.at("/branches/0/standing/value").asInt()).isEqualTo(45);
    }

    @Test
    void whenAllAreInTheLampIsThatOfTheSum() {
        reportPart(1, 20);
        reportPart(2, 25);
        reportPart(3, 20);

        cities.complete(city.liaison(0), cycle, "progress-report", report(77, 12));

        JsonNode version =
                rest.get(city.officer(), "/cycles/{id}", cycle).getBody().at("/reports/0");
        assertThat(version.at("/lamp").asText()).isEqualTo("AT_RISK");
        assertThat(version.at("/doubts").toString()).doesNotContain("SUM_DIFFERS");
    }

    @Test
    void aShareThatIsChangedLaterLeavesWhatWasReportedAlone() {
        reportPart(1, 20);
        reportPart(2, 25);
        reportPart(3, 20);
        cities.complete(city.liaison(0), cycle, "progress-report", report(77, 12));

        SubItem before = items.get(1);
        cities.as(
                city.officer(),
                () -> subItems.change(
                        keyTask,
                        before.id(),
                        before.version(),
                        new SubItems.Terms("改名", before.unit(), indicator, new BigDecimal(200))));

        JsonNode kept =
                rest.get(city.officer(), "/cycles/{id}", cycle).getBody().at("/reports/0/indicators/0/rollUp/parts/1");
        assertThat(kept.at("/item/share").asInt()).isEqualTo(70);
        assertThat(kept.at("/item/name").asText()).isEqualTo("市二局");
        assertThat(kept.at("/reading/lamp").asText()).isEqualTo("AT_RISK");
    }

    @Test
    void whatAUnitGotAfterItsPartWasInTheLeadReports() {
        reportPart(1, 20);
        reportPart(2, 25);
        reportPart(3, 20);
        SubItem late = cities.as(
                city.officer(),
                () -> subItems.add(
                        keyTask, new SubItems.Terms("新增", city.units().get(3), indicator, new BigDecimal(5))));

        JsonNode values = rest.get(city.liaison(0), "/work-items/{id}", item(city.liaison(0), "progress-report"))
                .getBody()
                .at("/values/subItemValues");

        assertThat(values.findValuesAsText("subItemId"))
                .containsExactly(String.valueOf(items.get(0).id()), String.valueOf(late.id()));
    }

    @Test
    void nobodyReportsWhatAnotherUnitCarries() {
        Map<String, Object> foreign =
                Map.of("progress", "已改造。", "subItemValues", Map.of(items.get(2).id(), 5));
        assertThatThrownBy(() -> cities.complete(city.liaison(1), cycle, "partner-part", foreign))
                .isInstanceOf(DomainException.class)
                .satisfies(refusal -> assertThat(((DomainException) refusal).fieldErrors())
                        .extracting(DomainException.FieldError::field)
                        .containsExactly("subItemValues"));
        String draft = item(city.liaison(1), "partner-part");
        assertThat(rest.post(city.liaison(1), "/work-items/{id}/completion", Map.of("values", foreign), draft)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(rest.post(city.liaison(2), "/work-items/{id}/completion", Map.of("values", foreign), draft)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.get(cities.create().officer(), "/key-tasks/{id}/sub-items", keyTask)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void thePageOfAPartKeepsWhatWasTyped() {
        Portal.Page form = portal.signIn(city.liaison(1)).open("/work-items/" + item(city.liaison(1), "partner-part"));

        Portal.Page refused = form.submit("#work-item", Map.of("subItemValues[0].value", "二十", "progress", "已改造。"));

        assertThat(refused.content().select("#readings .field-error").text()).isNotEmpty();
        assertThat(refused.content().select("#readings input.input-number").val())
                .isEqualTo("二十");
    }

    private static String lamp(JsonNode rolled, int part) {
        return rolled.at("/parts/" + part + "/reading/lamp").asText();
    }

    private void reportPart(int unit, int value) {
        SubItem own = items.stream()
                .filter(item -> item.unit().equals(city.units().get(unit)))
                .findFirst()
                .orElseThrow();
        cities.complete(
                city.liaison(unit),
                cycle,
                "partner-part",
                Map.of("progress", "已改造。", "subItemValues", Map.of(String.valueOf(own.id()), value)));
    }

    private Map<String, Object> report(int figure, int own) {
        return Map.of(
                "verdict",
                "ON_SCHEDULE",
                "progress",
                "农户改造有序进行，已改造" + figure + "户。",
                "indicatorValues",
                Map.of(String.valueOf(indicator), figure),
                "subItemValues",
                Map.of(String.valueOf(items.get(0).id()), own));
    }

    private String item(String username, String kind) {
        return cities.as(username, () -> cities.waiting(cycle, kind).id());
    }
}
