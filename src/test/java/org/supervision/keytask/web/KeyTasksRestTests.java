package org.supervision.keytask.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.KeyTask;

/** Key tasks over REST: each post sees what it may, of the own government only. */
@ApplicationTest
class KeyTasksRestTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    private TestCity city;
    private KeyTask alone;

    @BeforeEach
    void createCityWithTwoKeyTasks() {
        city = cities.create();
        alone = cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "{city}-officer, 2",
        "{city}-chief, 2",
        "{city}-mayor, 2",
        "{city}-u001-liaison, 2",
        "{city}-u001-leader, 2",
        "{city}-u002-liaison, 1",
        "{city}-u003-liaison, 0"
    })
    void eachPostSeesWhatItTakesPartInOrOversees(String username, int total) {
        assertThat(rest.get(username.replace("{city}", city.code()), "/key-tasks?year=2024")
                        .getBody()
                        .at("/total")
                        .asInt())
                .isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sysadmin", "secadmin", "auditor"})
    void administratorsSeeNoKeyTask(String username) {
        assertThat(rest.get(username, "/key-tasks").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.get(username, "/key-tasks/{id}", alone.id()).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void aKeyTaskThatMayNotBeSeenDoesNotExist() {
        TestCity other = cities.create();

        for (String username : new String[] {other.chief(), other.liaison(0), city.liaison(1)}) {
            assertThat(rest.get(username, "/key-tasks/{id}", alone.id()).getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
        assertThat(rest.get(other.chief(), "/key-tasks").getBody().at("/total").asInt())
                .isZero();
    }

    @Test
    void aKeyTaskIsShownWithItsUnitsAndMilestones() {
        JsonNode keyTask = rest.get(city.liaison(1), "/key-tasks/{id}", city.code() + "-2024-2")
                .getBody();

        assertThat(keyTask.at("/number").asInt()).isEqualTo(2);
        assertThat(keyTask.at("/leadUnit/name").asText()).isEqualTo("市一局");
        assertThat(keyTask.at("/supportingUnits/0/units/0/code").asText())
                .isEqualTo(city.units().get(1));
        assertThat(keyTask.at("/milestones")).hasSize(4);
        assertThat(keyTask.at("/milestones/1/text").asText()).isEqualTo("开工");
    }

    @Test
    void theListIsFilteredSortedAndPaged() {
        JsonNode found = rest.get(
                        city.officer(),
                        "/key-tasks?unit={unit}&year=2024&sort=number,desc&size=1",
                        city.units().get(0))
                .getBody();

        assertThat(found.at("/total").asInt()).isEqualTo(2);
        assertThat(found.at("/items")).hasSize(1);
        assertThat(found.at("/items/0/number").asInt()).isEqualTo(2);
        assertThat(rest.get(city.officer(), "/key-tasks?q={text}", "第1号")
                        .getBody()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(rest.get(city.officer(), "/key-tasks?year=2023")
                        .getBody()
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void officersMarkAKeyTaskAsImportant() {
        JsonNode marked = rest.put(city.officer(), "/key-tasks/{id}/importance", Map.of("important", true), alone.id())
                .getBody();

        assertThat(marked.at("/important").asBoolean()).isTrue();
        assertThat(rest.get(city.liaison(0), "/key-tasks?year=2024")
                        .getBody()
                        .at("/items/0/important")
                        .asBoolean())
                .isTrue();
        assertThat(rest.put(city.leader(0), "/key-tasks/{id}/importance", Map.of("important", false), alone.id())
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.put(
                                cities.create().officer(),
                                "/key-tasks/{id}/importance",
                                Map.of("important", false),
                                alone.id())
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aListThatCannotBeMadeSaysWhy() {
        JsonNode answer = rest.get(city.officer(), "/key-tasks?sort=goal").getBody();

        assertThat(answer.at("/status").asInt()).isEqualTo(422);
        assertThat(answer.at("/errors/0/message").asText()).contains("goal").contains("number");
        assertThat(rest.get(city.officer(), "/key-tasks?year=lately").getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }
}
