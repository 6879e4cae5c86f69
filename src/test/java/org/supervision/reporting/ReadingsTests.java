package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Drafts;

/** A report gives the values of its indicators, and its lamp comes of them. */
@ApplicationTest
class ReadingsTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private Drafts drafts;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    private TestCity city;
    private String keyTask;
    private String indicator;
    private String cycle;

    @BeforeEach
    void anIndicatorIsConfirmed() {
        city = cities.create();
        KeyTask stored = cities.keyTask(city, 1);
        keyTask = stored.id();
        keyTasks.save(stored.withGoal("新建口袋公园12个以上"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(
                        keyTask, proposals.of(List.of(keyTask)).get(0).id(), 1, null));
        indicator = String.valueOf(agreed.of(keyTask).get(0).id());
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void theFormAsksForEachIndicator() {
        JsonNode values = workItem().at("/values/indicatorValues");

        assertThat(values).hasSize(1);
        assertThat(values.at("/0/indicatorId").asText()).isEqualTo(indicator);
        assertThat(values.at("/0/indicator").asText()).contains("新建口袋公园");
    }

    @Test
    void theLampComesOfTheValueAndIsKeptWithTheVersion() {
        report(cycle, Map.of(indicator, 2));

        JsonNode report =
                rest.get(city.officer(), "/cycles/{id}", cycle).getBody().at("/reports/0");
        assertThat(report.at("/lamp").asText()).isEqualTo("BEHIND");
        assertThat(report.at("/indicators/0/value").decimalValue()).isEqualByComparingTo("2");
        assertThat(lampOf(cycle)).isEqualTo("BEHIND");
        assertThat(listed("BEHIND")).isEqualTo(1);
        assertThat(listed("ON_TRACK")).isZero();
        assertThat(keyTasksWith("BEHIND").at("/items/0/lamps/0/level").asText()).isEqualTo("BEHIND");
        assertThat(keyTasksWith("ON_TRACK").at("/total").asInt()).isZero();
        assertThat(pages.get(city.officer(), "/key-tasks?lamp=BEHIND")
                        .select(".four-lamps li")
                        .size())
                .isEqualTo(4);
    }

    @Test
    void withoutAValueTheUnitIsDoubtedAndTheLampIsUnknown() {
        assertThat(lampOf(cycle)).isEqualTo("UNKNOWN");
        String item = workItem().at("/item/id").asText(workItem().at("/id").asText());
        Map<String, Object> values = Map.of("verdict", "ON_SCHEDULE", "progress", "建成口袋公园4个。");

        JsonNode refusal = rest.post(city.liaison(0), "/work-items/{id}/completion", Map.of("values", values), item)
                .getBody();
        assertThat(refusal.toString()).contains("VALUE_MISSING");

        report(cycle, Map.of());
        assertThat(lampOf(cycle)).isEqualTo("UNKNOWN");
    }

    @Test
    void aValueOfAnotherKeyTaskIsRefused() {
        assertThatThrownBy(() -> report(cycle, Map.of("999999999", 3)))
                .isInstanceOf(DomainException.class)
                .satisfies(refusal -> assertThat(((DomainException) refusal).fieldErrors())
                        .extracting(DomainException.FieldError::field)
                        .containsExactly("indicatorValues"));
    }

    @Test
    void aDraftWithAnIndicatorThatIsMeasuredNoMoreStillOpens() {
        String item = workItem().at("/id").asText();
        cities.as(
                city.liaison(0),
                () -> drafts.save(item, Map.of("indicatorValues", Map.of(indicator, "3")), Map.of(), null));
        var before = agreed.of(keyTask).get(0);
        cities.as(city.officer(), () -> {
            agreed.retire(keyTask, before.id(), before.version());
            return null;
        });

        assertThat(pages.get(city.liaison(0), "/work-items/" + item).select("#readings"))
                .isEmpty();
    }

    @Test
    void aLaterChangeOfTheTargetLeavesWhatWasReportedAlone() {
        report(cycle, Map.of(indicator, 4));
        var before = agreed.of(keyTask).get(0);

        cities.as(
                city.officer(),
                () -> agreed.change(
                        keyTask,
                        before.id(),
                        before.version(),
                        new AgreedIndicators.Terms(
                                org.supervision.keytask.IndicatorExtractor.ofYear("新建口袋公园30个以上")
                                        .get(0)
                                        .indicator(),
                                null,
                                Map.of(),
                                false)));

        JsonNode report =
                rest.get(city.officer(), "/cycles/{id}", cycle).getBody().at("/reports/0");
        assertThat(report.at("/lamp").asText()).isEqualTo("ON_TRACK");
        assertThat(report.at("/indicators/0/indicator/target/value").asInt()).isEqualTo(12);
        assertThat(agreed.changes(keyTask)).hasSize(2);
    }

    @Test
    void theNextQuarterStandsBesideTheOneBefore() {
        report(cycle, Map.of(indicator, 4));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));
        String next = cities.openRound(city, 2) + "-1";

        JsonNode waiting = workItem(next);
        assertThat(waiting.at("/values/progress").asText()).isEqualTo("建成口袋公园若干。");
        assertThat(waiting.at("/values/verdict").isMissingNode()).isTrue();
        Document page =
                pages.get(city.liaison(0), "/work-items/" + waiting.at("/id").asText());
        assertThat(page.select("#readings").text()).contains("新建口袋公园", "4个", "未填");

        report(next, Map.of(indicator, 3));
        JsonNode report =
                rest.get(city.officer(), "/cycles/{id}", next).getBody().at("/reports/0");
        assertThat(report.at("/indicators/0/last").asInt()).isEqualTo(4);
        assertThat(report.at("/doubts").toString()).contains("VALUE_FELL");
        cities.complete(city.leader(0), next, "unit-review", Map.of("decision", "APPROVE"));
        String review = cities.as(
                city.officer(), () -> cities.waiting(next, "office-review").id());
        assertThat(pages.get(city.officer(), "/work-items/" + review).text()).contains("比上季少 1个", "滞后");
    }

    private void report(String at, Map<String, Integer> values) {
        cities.complete(
                city.liaison(0),
                at,
                "progress-report",
                Map.of("verdict", "ON_SCHEDULE", "progress", "建成口袋公园若干。", "indicatorValues", values));
    }

    private JsonNode workItem() {
        return workItem(cycle);
    }

    private JsonNode workItem(String at) {
        String id = cities.as(
                city.liaison(0), () -> cities.waiting(at, "progress-report").id());
        return rest.get(city.liaison(0), "/work-items/{id}", id).getBody();
    }

    private String lampOf(String at) {
        return rest.get(city.officer(), "/cycles/{id}", at)
                .getBody()
                .at("/cycle/lamp")
                .asText();
    }

    private JsonNode keyTasksWith(String lamp) {
        return rest.get(city.officer(), "/key-tasks?lamp={lamp}", lamp).getBody();
    }

    private int listed(String lamp) {
        return rest.get(city.officer(), "/cycles?lamp={lamp}", lamp)
                .getBody()
                .at("/total")
                .asInt();
    }
}
