package org.supervision.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** The trail over REST: the auditor sees every act but no text, a chief all of the own city, others nothing. */
@ApplicationTest
class AuditEntriesRestTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    private TestCity city;
    private String unit;

    @BeforeEach
    void letTheChiefEnterAUnit() {
        city = cities.create();
        unit = rest.post(city.chief(), "/units", Map.of("name", "市四局"))
                .getBody()
                .at("/code")
                .asText();
    }

    @Test
    void theChiefSeesWhoDidItAndTheValues() {
        JsonNode entry = theEntry(city.chief());

        assertThat(entry.at("/act").asText()).isEqualTo("create-unit");
        assertThat(entry.at("/actor").asText()).isEqualTo(city.chief());
        assertThat(entry.at("/government").asText()).isEqualTo(city.code());
        assertThat(entry.at("/at").asText()).endsWith("+08:00");
        assertThat(entry.at("/changes/name/after").asText()).isEqualTo("市四局");
    }

    @Test
    void theAuditorSeesTheFieldsWithoutTheirTexts() {
        JsonNode entry = theEntry("auditor");

        assertThat(entry.at("/actor").asText()).isEqualTo(city.chief());
        assertThat(entry.at("/fields").toString()).isEqualTo("[\"name\"]");
        assertThat(entry.at("/changes").isNull()).isTrue();
        assertThat(entry.toString()).doesNotContain("市四局");
    }

    @Test
    void anotherCitysChiefSeesNothingOfIt() {
        TestCity other = cities.create();

        assertThat(rest.get(other.chief(), "/audit-entries?objectId={unit}", unit)
                        .getBody()
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(rest.get(other.chief(), "/audit-entries?size=500").getBody().findValuesAsText("government"))
                .containsOnly(other.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sysadmin",
                "secadmin",
                "{city}-officer",
                "{city}-mayor",
                "{city}-u001-leader",
                "{city}-u001-liaison"
            })
    void nobodyElseReadsTheTrail(String username) {
        assertThat(rest.get(username.replace("{city}", city.code()), "/audit-entries")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void theLatestStandFirst() {
        rest.post(city.chief(), "/units/{unit}/aliases", Map.of("alias", "第四局"), unit);

        assertThat(rest.get(city.chief(), "/audit-entries?objectType=org-unit&objectId={unit}", unit)
                        .getBody()
                        .findValuesAsText("act"))
                .containsExactly("add-unit-alias", "create-unit");
    }

    private JsonNode theEntry(String reader) {
        JsonNode found = rest.get(reader, "/audit-entries?objectType=org-unit&objectId={unit}", unit)
                .getBody();
        assertThat(found.at("/total").asInt()).isEqualTo(1);
        return found.at("/items/0");
    }
}
