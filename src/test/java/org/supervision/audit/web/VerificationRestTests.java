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
import org.supervision.audit.TrailSeals;

/** Verifying the chains over REST: the auditor all of them, a chief the own city's, others none. */
@ApplicationTest
class VerificationRestTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TrailSeals seals;

    private TestCity city;

    @BeforeEach
    void letTheChiefEnterAUnit() {
        city = cities.create();
        rest.post(city.chief(), "/units", Map.of("name", "市四局"));
    }

    @Test
    void theChiefVerifiesTheChainOfTheCity() {
        JsonNode before = verification(city.chief());
        assertThat(before.at("/chains")).hasSize(1);
        long entries = before.at("/chains/0/entries").asLong();
        assertThat(before.at("/chains/0/unsealed").asLong()).isEqualTo(entries).isPositive();
        assertThat(before.at("/chains/0/head").isNull()).isTrue();

        seals.all();

        JsonNode after = verification(city.chief());
        assertThat(after.at("/intact").asBoolean()).isTrue();
        assertThat(after.at("/verifiedAt").asText()).endsWith("+08:00");
        JsonNode chain = after.at("/chains/0");
        assertThat(chain.at("/government").asText()).isEqualTo(city.code());
        assertThat(chain.at("/intact").asBoolean()).isTrue();
        assertThat(chain.at("/sealed").asLong()).isEqualTo(entries);
        assertThat(chain.at("/unsealed").asLong()).isZero();
        assertThat(chain.at("/head/position").asLong()).isEqualTo(entries);
        assertThat(chain.at("/head/algorithm").asText()).isEqualTo("SHA-256");
        assertThat(chain.at("/head/hash").asText()).hasSize(64);
        assertThat(chain.at("/head/sealedAt").asText()).endsWith("+08:00");
        assertThat(chain.at("/difference").isNull()).isTrue();
    }

    @Test
    void theAuditorVerifiesAllChains() {
        seals.all();

        assertThat(verification("auditor").at("/chains").findValuesAsText("government"))
                .contains(city.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sysadmin", "secadmin", "{city}-officer", "{city}-mayor", "{city}-u001-leader"})
    void nobodyElseDoes(String username) {
        assertThat(rest.get(username.replace("{city}", city.code()), "/audit-entries/verification")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private JsonNode verification(String username) {
        return rest.get(username, "/audit-entries/verification").getBody();
    }
}
