package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** The ladder over REST. */
@ApplicationTest
class LadderRestTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private RestCalls rest;

    private TestCity city;

    @BeforeEach
    void itIsApril() {
        city = cities.create();
        time.to(OffsetDateTime.parse("2024-04-01T09:00:00+08:00").toInstant());
    }

    @Test
    void theChiefReplacesTheRowsFromADayOn() {
        JsonNode shipped = rest.get(city.leader(0), "/ladder").getBody();
        assertThat(shipped.path("rows")).hasSize(14);
        assertThat(shipped.path("effectiveFrom").isNull()).isTrue();

        assertThat(change(city.chief(), "LIAISON").getStatusCode().value()).isEqualTo(204);

        assertThat(rest.get(city.officer(), "/ladder").getBody().path("rows")).hasSize(14);
        JsonNode later =
                rest.get(city.officer(), "/ladder?on={on}", "2024-04-08").getBody();
        assertThat(later.path("rows")).hasSize(1);
        assertThat(later.path("rows").get(0).path("days").asInt()).isEqualTo(2);
        assertThat(later.path("versions").get(0).path("changedBy").asText()).isNotBlank();
    }

    @Test
    void anUnknownRoleIsRefusedWithItsRow() {
        ResponseEntity<JsonNode> refused = change(city.chief(), "NEIGHBOUR");
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody().path("errors").get(0).path("field").asText())
                .isEqualTo("rows[0].audience");
        assertThat(change(city.officer(), "LIAISON").getStatusCode().value()).isEqualTo(403);
    }

    private ResponseEntity<JsonNode> change(String person, String audience) {
        return rest.put(
                person,
                "/ladder",
                Map.of(
                        "effectiveFrom",
                        "2024-04-08",
                        "rows",
                        List.of(Map.of(
                                "step",
                                "REPORT",
                                "important",
                                false,
                                "rung",
                                "FIRST_REMINDER",
                                "days",
                                2,
                                "audience",
                                List.of(audience),
                                "points",
                                1))));
    }
}
