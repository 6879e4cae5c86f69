package org.supervision.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** What REST tells about rounds, cycles and their work items when something is wrong or came back. */
@ApplicationTest
class CyclesRestTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aRoundIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @ParameterizedTest
    @CsvSource({
        "/cycles?state=FOO, state, OFFICE_REVIEW",
        "/change-requests?kind=FOO, kind, EXTENSION",
        "/slips?kind=FOO, kind, REMINDER",
    })
    void aValueThatIsNoneNamesItsFieldAndThoseThatAre(String path, String field, String allowed) {
        var answer = rest.get(city.officer(), path);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().at("/errors")).hasSize(1);
        assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.getBody().at("/errors/0/code").asText()).isEqualTo("workflow.problem.not-one-of");
        assertThat(answer.getBody().at("/errors/0/message").asText())
                .contains("FOO")
                .contains(allowed);
    }

    @Test
    void aValueOfAnotherTypeNamesItsFieldInAddressAndBody() {
        JsonNode inAddress = rest.get(city.officer(), "/cycles?overdue=perhaps").getBody();
        assertThat(inAddress.at("/errors/0/field").asText()).isEqualTo("overdue");
        assertThat(inAddress.at("/errors/0/message").asText()).contains("perhaps");

        JsonNode inBody = rest.post(
                        city.officer(), "/rounds", Map.of("year", 2024, "quarter", 2, "opensOn", "tomorrow"))
                .getBody();
        assertThat(inBody.at("/errors/0/field").asText()).isEqualTo("opensOn");
        JsonNode noSuchField = rest.post(
                        city.liaison(0),
                        "/key-tasks/{id}/plan-change-requests",
                        Map.of("field", "COLOUR"),
                        city.code() + "-2024-1")
                .getBody();
        assertThat(noSuchField.at("/errors/0/field").asText()).isEqualTo("field");
        assertThat(noSuchField.at("/errors/0/message").asText()).contains("COLOUR", "GOAL");
    }

    @ParameterizedTest
    @CsvSource({"2024-06-28, 2024-07-01", "2024-06-30, 2024-07-01"})
    void aDueDateBeforeTheOpeningSaysSoWhetherItIsAWorkingDayOrNot(String dueOn, String opensOn) {
        JsonNode refused = rest.post(
                        city.officer(),
                        "/rounds",
                        Map.of("year", 2024, "quarter", 2, "opensOn", opensOn, "reportDueOn", dueOn))
                .getBody();

        assertThat(refused.at("/code").asText()).isEqualTo("reporting.round.due-before-opening");
        assertThat(refused.at("/errors/0/message").asText()).contains(dueOn).contains(opensOn);
    }

    @Test
    void aRoundWhoseReportsWereDueBeforeTodayIsRefused() {
        JsonNode refused = rest.post(
                        city.officer(),
                        "/rounds",
                        Map.of("year", 2023, "quarter", 4, "opensOn", "2024-01-02", "reportDueOn", "2024-01-08"))
                .getBody();

        assertThat(refused.at("/errors/0/field").asText()).isEqualTo("reportDueOn");
        assertThat(refused.at("/errors/0/message").asText()).contains("2024-01-08 已经过了");
    }

    @Test
    void aReturnedDraftTellsWhyItCameBack() {
        assertThat(draft().at("/facts")).isEmpty();
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        assertThat(draft().at("/facts")).hasSize(1);
        assertThat(draft().at("/facts/0/label").asText()).isEqualTo("单位负责人退回意见");
        assertThat(draft().at("/facts/0/text").asText()).isEqualTo("写明地点");

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(),
                cycle,
                "office-review",
                Map.of("decision", "RETURN", "reasonCode", "FACTS_UNCLEAR", "comment", "附批复文号"));
        assertThat(draft().at("/facts").findValuesAsText("text")).containsExactly("事实不清", "附批复文号");
    }

    private JsonNode draft() {
        String item = cities.as(
                city.liaison(0), () -> cities.waiting(cycle, "progress-report").id());
        return rest.get(city.liaison(0), "/work-items/{id}", item).getBody();
    }
}
