package org.supervision.keytask.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.IndicatorProposal;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;

/** Indicators on the page of their key task and over REST. */
@ApplicationTest
class IndicatorsTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private Portal portal;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    private TestCity city;
    private String id;

    @BeforeEach
    void aKeyTaskWithAFigure() {
        city = cities.create();
        KeyTask keyTask = cities.keyTask(city, 1);
        keyTasks.save(keyTasks.get(keyTask.id()).withGoal("新建口袋公园12个以上"));
        id = keyTask.id();
    }

    @Test
    void theOfficeConfirmsBesideTheWords() {
        Document page = pages.get(city.officer(), "/key-tasks/" + id);
        assertThat(page.select("#indicators tbody tr").first().text()).contains("新建口袋公园", "≥ 12个", "待确认");

        act(Map.of("act", "confirm", "version", "1"));

        Document confirmed = pages.get(city.officer(), "/key-tasks/" + id);
        assertThat(confirmed.select("#indicators tbody tr").first().text()).contains("已确认", "撤回决定");
    }

    @Test
    void theOfficeConfirmsAllAtOnce() {
        keyTasks.save(keyTasks.get(id).withGoal("新建口袋公园12个以上，绿地率达到40%"));

        Page page = portal.signIn(city.officer()).open("/key-tasks/" + id);
        Page confirmed = page.submit("form[action$=/indicators/all]", Map.of());

        assertThat(confirmed.content().select("#measured tbody tr")).hasSize(2);
        assertThat(confirmed.content().select("form[action$=/indicators/all]")).isEmpty();
    }

    @Test
    void whatIsMeasuredIsChangedWithItsYearEndBoxEmptyAndTicked() {
        act(Map.of("act", "confirm", "version", "1"));
        Page confirmed = portal.signIn(city.officer()).open("/key-tasks/" + id);
        String form = "#measured tbody form";
        String action = confirmed.content().expectFirst(form).attr("action") + "?act=change";

        Page changed = confirmed.submit(form, Map.of("value", "15", "expected3", "9"), action);
        assertThat(changed.text("#measured tbody tr")).contains("15");
        assertThat(changed.content().expectFirst(form + " [name=expected3]").val())
                .isEqualTo("9");

        Page ticked = changed.submit(form, Map.of("atYearEndOnly", "true"), action);
        assertThat(ticked.content().select(form + " [name=atYearEndOnly][checked]"))
                .hasSize(1);
    }

    @Test
    void theOfficeCorrectsAndIsToldWhatIsWrong() {
        act(Map.of(
                "act",
                "correct",
                "version",
                "1",
                "name",
                "口袋公园",
                "comparator",
                "GE",
                "value",
                "十五",
                "unit",
                "个",
                "scale",
                "ONE",
                "base",
                "NEW",
                "direction",
                "UP"));
        assertThat(first().version()).isEqualTo(1);

        act(Map.of(
                "act",
                "correct",
                "version",
                "1",
                "name",
                "口袋公园",
                "comparator",
                "GE",
                "value",
                "15",
                "unit",
                "个",
                "scale",
                "ONE",
                "base",
                "NEW",
                "direction",
                "UP"));
        assertThat(first().indicator().summary()).isEqualTo("口袋公园 GE 15 个");
        assertThat(first().state()).isEqualTo(IndicatorProposal.State.CONFIRMED);
    }

    @Test
    void othersReadWhatTheOfficeDecides() {
        Document page = pages.get(city.liaison(0), "/key-tasks/" + id);

        assertThat(page.select("#indicators tbody tr").first().text()).contains("待确认");
        assertThat(page.select("#indicators form")).isEmpty();
        assertThat(pages.post(
                                city.leader(0),
                                "/key-tasks/" + id + "/indicators/" + first().id(),
                                Map.of("act", "confirm", "version", "1"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void restTellsIndicatorsAndTakesDecisions() {
        JsonNode keyTask = rest.get(city.liaison(0), "/key-tasks/{id}", id).getBody();
        assertThat(keyTask.at("/indicators/0/state").asText()).isEqualTo("PROPOSED");
        assertThat(keyTask.at("/indicators/0/indicator/value").asInt()).isEqualTo(12);
        String indicator = "/key-tasks/{id}/indicators/" + first().id();

        assertThat(rest.put(city.officer(), indicator, Map.of("state", "REJECTED", "version", 1), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(rest.put(city.officer(), indicator, Map.of("state", "CONFIRMED", "version", 1), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(rest.put(city.officer(), indicator, Map.of("state", "PROPOSED"), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(rest.put(city.officer(), indicator, Map.of("state", "PROPOSED", "version", 2), id)
                        .getBody()
                        .at("/state")
                        .asText())
                .isEqualTo("PROPOSED");
        assertThat(rest.put(city.liaison(0), indicator, Map.of("state", "REJECTED", "version", 3), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        JsonNode trail = rest.get(city.chief(), "/audit-entries?size=500").getBody();
        assertThat(trail.at("/items").findValuesAsText("act")).contains("reject-indicator", "reopen-indicator");
    }

    private IndicatorProposal first() {
        return proposals.of(List.of(id)).get(0);
    }

    private void act(Map<String, String> fields) {
        assertThat(pages.post(city.officer(), "/key-tasks/" + id + "/indicators/" + first().id(), fields)
                        .getRedirectedUrl())
                .isEqualTo("/key-tasks/" + id + "#indicators");
    }
}
