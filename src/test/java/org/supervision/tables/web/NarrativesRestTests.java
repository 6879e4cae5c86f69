package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.PastValues;
import org.supervision.tables.read.SharedDocuments;

/** A report in prose over HTTP: nothing of it becomes anything unless somebody picks it. */
@ApplicationTest
class NarrativesRestTests {

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private PastValues pastValues;

    private TestCity city;
    private String id;

    @BeforeEach
    void uploadTheRealReport() {
        city = cities.create();
        JsonNode draft = body(rest.upload(
                city.officer(), "/imports", new FileSystemResource(SharedDocuments.find("seeds/004")), Map.of()));
        assertThat(draft.at("/layout").asText()).isEqualTo("NARRATIVE");
        assertThat(draft.at("/year").asInt()).isEqualTo(2024);
        assertThat(draft.at("/rowCount").asInt()).isEqualTo(23);
        assertThat(draft.at("/problems")).isEmpty();
        id = draft.at("/id").asText();
    }

    @Test
    void nothingIsCreatedWithoutAPick() {
        assertThat(body(rest.get(city.officer(), "/imports/{id}/rows", id)).at("/items"))
                .allMatch(row -> row.at("/action").asText().equals("SKIP"));

        JsonNode confirmed = body(rest.post(city.officer(), "/imports/{id}/confirmation", Map.of(), id));

        assertThat(confirmed.at("/created").asInt()).isZero();
        assertThat(confirmed.at("/skipped").asInt()).isEqualTo(23);
        assertThat(keyTasks.of(city.code(), 2024)).isEmpty();
        assertThat(pastValues.of(city.code(), 2023)).isEmpty();
    }

    @Test
    void aPickedGoalBecomesAKeyTaskOfTheDraft() {
        JsonNode candidates = body(rest.get(city.officer(), "/imports/{id}/candidates", id));
        assertThat(candidates.at("/total").asInt()).isEqualTo(23);
        JsonNode second = candidates.at("/items/1");
        assertThat(second.at("/indicators/0/indicator/value").decimalValue()).isEqualByComparingTo("1200");
        assertThat(second.at("/indicators/0/indicator/comparator").asText()).isEqualTo("GE");

        ResponseEntity<JsonNode> incomplete =
                rest.patch(city.officer(), "/imports/{id}/rows/2", Map.of("action", "CREATE"), id);
        assertThat(body(incomplete).at("/problems").findValuesAsText("code"))
                .contains("number-missing", "lead-missing");
        assertThat(rest.post(city.officer(), "/imports/{id}/confirmation", Map.of(), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);

        rest.patch(
                city.officer(),
                "/imports/{id}/rows/2",
                Map.of(
                        "number",
                        7,
                        "goal",
                        "扩大投资1200项",
                        "leadUnit",
                        city.units().get(0)),
                id);
        JsonNode confirmed = body(rest.post(city.officer(), "/imports/{id}/confirmation", Map.of(), id));

        assertThat(confirmed.at("/created").asInt()).isEqualTo(1);
        assertThat(keyTasks.of(city.code(), 2024)).singleElement().satisfies(keyTask -> {
            assertThat(keyTask.number()).isEqualTo(7);
            assertThat(keyTask.goal()).isEqualTo("扩大投资1200项");
            assertThat(keyTask.leadUnit()).isEqualTo(city.units().get(0));
        });
    }

    @Test
    void valuesOfThePastYearAreKeptWhereSomebodyPicksThem() {
        JsonNode actuals = body(rest.get(city.officer(), "/imports/{id}/actuals?size=500", id));
        assertThat(actuals.at("/total").asInt()).isEqualTo(62);
        String first = actuals.at("/items/0/id").asText();
        assertThat(actuals.at("/items/0/indicator/period/kind").asText()).isEqualTo("PART_OF_YEAR");

        keep(Set.of(first, actuals.at("/items/1/id").asText()));
        keep(Set.of(first));

        assertThat(pastValues.of(city.code(), 2023)).singleElement().satisfies(value -> {
            assertThat(value.id()).isEqualTo(first);
            assertThat(value.indicator().value()).isEqualByComparingTo("7.3");
        });
        JsonNode trail = body(rest.get(city.chief(), "/audit-entries?size=500"));
        assertThat(trail.at("/items").findValuesAsText("act")).contains("keep-past-value", "drop-past-value");
        assertThat(rest.put(city.officer(), "/imports/{id}/actuals", Map.of("kept", List.of("none")), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void aLeadNobodyKnowsIsAskedLikeAnyUnit() {
        JsonNode row = body(rest.patch(
                city.officer(),
                "/imports/{id}/rows/2",
                Map.of("action", "CREATE", "number", 7, "leadUnit", "市一厨"),
                id));

        assertThat(row.at("/problems").findValuesAsText("code")).containsExactly("unit-entered");
        assertThat(rest.post(city.officer(), "/imports/{id}/confirmation", Map.of(), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);

        JsonNode answered = body(rest.patch(
                city.officer(),
                "/imports/{id}/rows/2",
                Map.of("unitAliases", Map.of("市一厨", city.units().get(0))),
                id));

        assertThat(answered.at("/problems")).isEmpty();
    }

    @Test
    void goalsThatWerePickedAreMarkedWhenTheDocumentComesAgain() {
        rest.patch(
                city.officer(),
                "/imports/{id}/rows/2",
                Map.of(
                        "action",
                        "CREATE",
                        "number",
                        7,
                        "goal",
                        "扩大投资1200项",
                        "leadUnit",
                        city.units().get(0)),
                id);
        rest.post(city.officer(), "/imports/{id}/confirmation", Map.of(), id);

        uploadAgain();

        assertThat(body(rest.get(city.officer(), "/imports/{id}/rows?action=UNCHANGED", id))
                        .at("/items"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.at("/row").asInt()).isEqualTo(2);
                    assertThat(row.at("/number").asInt()).isEqualTo(7);
                    assertThat(row.at("/goal").asText()).isEqualTo("扩大投资1200项");
                });
    }

    private void uploadAgain() {
        id = body(rest.upload(
                        city.officer(),
                        "/imports",
                        new FileSystemResource(SharedDocuments.find("seeds/004")),
                        Map.of()))
                .at("/id")
                .asText();
    }

    private void keep(Set<String> ids) {
        assertThat(rest.put(city.officer(), "/imports/{id}/actuals", Map.of("kept", ids), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    private static JsonNode body(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getBody()).isNotNull();
        return answer.getBody();
    }
}
