package org.supervision.changerequest.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.keytask.KeyTask;

/** Requests over HTTP: asked by those who may, decided as work items, read as a register. */
@ApplicationTest
class ChangeRequestsRestTests {

    private static final Map<String, Object> EXTENSION =
            Map.of("newDueOn", "2024-04-12", "reason", "等批复", "progress", "完成选址");

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Portal portal;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;
    private String keyTask;

    @BeforeEach
    void aRoundIsOpen() {
        time.to(Instant.parse("2024-03-29T01:00:00Z"));
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
        keyTask = KeyTask.id(city.code(), 2024, 1);
    }

    @Test
    void anExtensionIsAskedDecidedAndRegistered() {
        ResponseEntity<JsonNode> asked =
                rest.post(city.liaison(0), "/cycles/{id}/extension-requests", EXTENSION, cycle);
        assertThat(asked.getStatusCode()).as(String.valueOf(asked.getBody())).isEqualTo(HttpStatus.CREATED);
        String id = asked.getBody().get("id").asText();
        assertThat(asked.getBody().get("before").asText()).isEqualTo("2024-04-08");
        assertThat(asked.getBody().get("workingDays").asInt()).isEqualTo(4);

        JsonNode item = complete(city.leader(0), Map.of("decision", "GRANT"));
        assertThat(item.get("keyTask").get("number").asInt()).isEqualTo(1);
        assertThat(item.get("cycleId").asText()).isEqualTo(cycle);
        assertThat(item.get("facts")).hasSize(5);
        assertThat(item.get("facts").get(2).get("text").asText()).isEqualTo("等批复");
        complete(city.officer(), Map.of("decision", "GRANT", "comment", "同意延期"));

        JsonNode granted = rest.get(city.officer(), "/change-requests/{id}", id).getBody();
        assertThat(granted.get("state").asText()).isEqualTo("GRANTED");
        assertThat(granted.at("/decisions/1/comment").asText()).isEqualTo("同意延期");
        assertThat(rest.get(city.liaison(0), "/cycles/{id}", cycle)
                        .getBody()
                        .at("/cycle/reportDueAt")
                        .asText())
                .startsWith("2024-04-12T10:00:00");
    }

    @Test
    void theOtherKindsAreAskedAtTheKeyTask() {
        assertThat(status(
                        city.leader(0),
                        "/key-tasks/{id}/plan-change-requests",
                        Map.of("field", "MILESTONE_2", "newValue", "完成招标", "reason", "流标")))
                .isEqualTo(201);
        assertThat(status(
                        city.leader(0),
                        "/key-tasks/{id}/lead-change-requests",
                        Map.of("unit", city.units().get(1), "reason", "职责不在本单位")))
                .isEqualTo(201);
        assertThat(status(
                        city.officer(),
                        "/key-tasks/{id}/suspensions",
                        Map.of("expectedUntil", "2024-05-10", "reason", "等规划批复")))
                .isEqualTo(201);

        assertThat(total(city.liaison(0), "")).isEqualTo(3);
        assertThat(total(city.chief(), "?kind=PLAN_CHANGE&state=PENDING")).isEqualTo(1);
        assertThat(total(city.mayor(), "?keyTask=" + keyTask)).isEqualTo(3);
        assertThat(total(city.officer(), "?state=GRANTED")).isZero();
        assertThat(total(city.liaison(1), "")).as("another unit").isZero();
        assertThat(total(cities.create().officer(), "")).as("another city").isZero();
        assertThat(rest.get("sysadmin", "/change-requests").getStatusCode().value())
                .isEqualTo(403);
    }

    @Test
    void anAskerTakesItBack() {
        String id = rest.post(city.liaison(0), "/cycles/{id}/extension-requests", EXTENSION, cycle)
                .getBody()
                .get("id")
                .asText();
        assertThat(rest.post(city.officer(), "/change-requests/{id}/withdrawal", null, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(rest.post(city.liaison(1), "/change-requests/{id}/withdrawal", null, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(rest.post(city.leader(0), "/change-requests/{id}/withdrawal", null, id)
                        .getBody()
                        .get("state")
                        .asText())
                .isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-13, 422, newDueOn",
        "2024-03-01, 422, newDueOn",
        "2024-06-03, 422, newDueOn",
        "soon, 400, ",
        ", 422, newDueOn",
    })
    void aWrongDateIsNamed(String newDueOn, int status, String field) {
        Map<String, Object> form = newDueOn == null
                ? Map.of("reason", "x", "progress", "y")
                : Map.of("newDueOn", newDueOn, "reason", "x", "progress", "y");
        ResponseEntity<JsonNode> refused = rest.post(city.liaison(0), "/cycles/{id}/extension-requests", form, cycle);
        assertThat(refused.getStatusCode().value())
                .as(String.valueOf(refused.getBody()))
                .isEqualTo(status);
        if (field != null) {
            assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo(field);
        }
    }

    @Test
    void whoMayNotAskIsTurnedAway() {
        assertThat(rest.post(city.officer(), "/cycles/{id}/extension-requests", EXTENSION, cycle)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(rest.post(city.liaison(1), "/cycles/{id}/extension-requests", EXTENSION, cycle)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(rest.post(city.liaison(0), "/cycles/{id}/extension-requests", EXTENSION, "none")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(status(city.mayor(), "/key-tasks/{id}/suspensions", Map.of()))
                .isEqualTo(403);
    }

    @Test
    void whatIsMandatoryIsSoInTheSchemaAndOnThePage() {
        JsonNode schemas = http.getForObject("/v3/api-docs", JsonNode.class).at("/components/schemas");
        assertThat(schemas.at("/ExtensionForm/required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("newDueOn", "reason", "progress");
        assertThat(schemas.at("/PlanChangeForm/required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("field", "newValue", "reason");
        ResponseEntity<JsonNode> refused = rest.post(
                city.liaison(0),
                "/cycles/{id}/extension-requests",
                Map.of("newDueOn", "2024-04-12", "reason", "等批复"),
                cycle);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("progress");
        assertThat(portal.signIn(city.liaison(0))
                        .open("/cycles/" + cycle + "/extension-requests/new")
                        .text("label[for=field-progress]"))
                .contains("必填");
    }

    private JsonNode complete(String username, Map<String, ?> values) {
        String id = StreamSupport.stream(
                        rest.get(username, "/work-items").getBody().get("items").spliterator(), false)
                .filter(waiting -> waiting.get("kind").asText().equals("change-decision"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        JsonNode item = rest.get(username, "/work-items/{id}", id).getBody();
        assertThat(rest.post(username, "/work-items/{id}/completion", Map.of("values", values), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        return item;
    }

    private int status(String username, String path, Map<String, ?> form) {
        return rest.post(username, path, form, keyTask).getStatusCode().value();
    }

    private int total(String username, String query) {
        return rest.get(username, "/change-requests" + query)
                .getBody()
                .get("total")
                .asInt();
    }
}
