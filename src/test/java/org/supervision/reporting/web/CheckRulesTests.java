package org.supervision.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
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
import org.supervision.demo.TimeTravel;

/** A government says how strictly each check is taken, from tomorrow at the earliest. */
@ApplicationTest
class CheckRulesTests {

    private static final Map<String, ?> HOLLOW = Map.of("verdict", "ON_SCHEDULE", "progress", "召开座谈会，印发实施方案。");

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private RestCalls rest;

    @Autowired
    private Portal portal;

    @Autowired
    private PortalPages pages;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aReportIsOwed() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void theChiefHasACheckMendedInsteadOfAnswered() {
        Page page = portal.signIn(city.chief()).open("/rules/checks");
        assertThat(page.content().select("tbody tr")).hasSizeGreaterThanOrEqualTo(9);
        Page changed = page.submit("#ONLY_ACTIVITY form", Map.of("severity", "BLOCK", "effectiveFrom", "2024-04-02"));
        assertThat(changed.text("#ONLY_ACTIVITY")).contains("须说明", "2024年4月2日", "须改正");

        time.to(Instant.parse("2024-04-02T02:00:00Z"));
        JsonNode refusal = complete(Map.of("values", HOLLOW, "warningAnswers", answer()));

        assertThat(refusal.toString()).contains("reporting.check.ONLY_ACTIVITY");
        String item = cities.as(
                city.liaison(0), () -> cities.waiting(cycle, "progress-report").id());
        assertThat(rest.get(city.liaison(0), "/work-items/{id}", item)
                        .getBody()
                        .at("/state")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aCheckThatIsOffAsksNothing() {
        assertThat(rest.put(
                                city.chief(),
                                "/check-rules/{rule}",
                                Map.of("severity", "OFF", "effectiveFrom", "2024-04-02"),
                                "ONLY_ACTIVITY")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(complete(Map.of("values", HOLLOW)).toString()).contains("ONLY_ACTIVITY");

        time.to(Instant.parse("2024-04-02T02:00:00Z"));
        complete(Map.of("values", HOLLOW));

        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).containsExactly("unit-review");
    }

    @Test
    void anAnswerSaysWhy() {
        for (String hollow : java.util.List.of("。", "1", "无", "12。")) {
            assertThat(complete(Map.of(
                                    "values",
                                    HOLLOW,
                                    "warningAnswers",
                                    java.util.List.of(
                                            Map.of("code", "reporting.check.ONLY_ACTIVITY", "answer", hollow))))
                            .toString())
                    .as(hollow)
                    .contains("请用一句话写清原因");
        }
        complete(Map.of("values", HOLLOW, "warningAnswers", answer()));

        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).containsExactly("unit-review");
    }

    @Test
    void onlyTheChiefChangesAndOnlyWhatIsToCome() {
        assertThat(rest.put(
                                city.chief(),
                                "/check-rules/{rule}",
                                Map.of("severity", "OFF", "effectiveFrom", "2024-04-01"),
                                "ONLY_ACTIVITY")
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(rest.put(city.chief(), "/check-rules/{rule}", Map.of(), "ONLY_ACTIVITY")
                        .getBody()
                        .toString())
                .contains("请选择怎么办");
        assertThat(rest.put(city.officer(), "/check-rules/{rule}", Map.of("severity", "OFF"), "ONLY_ACTIVITY")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(pages.get(city.liaison(0), "/rules/checks").select("form[action*=checks]"))
                .isEmpty();
    }

    private JsonNode complete(Map<String, ?> body) {
        String item = cities.as(
                city.liaison(0), () -> cities.waiting(cycle, "progress-report").id());
        return rest.post(city.liaison(0), "/work-items/{id}/completion", body, item)
                .getBody();
    }

    private static Object answer() {
        return java.util.List.of(Map.of("code", "reporting.check.ONLY_ACTIVITY", "answer", "已核对。"));
    }
}
