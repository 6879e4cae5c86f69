package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** The chief says who is responsible for a unit; queue and cycle page follow. */
@ApplicationTest
class UnitDutiesTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @Test
    void theDirectoryNamesOfficerAndDeputy() {
        ResponseEntity<?> answer = assign(city.chief(), city.officer(), city.chief());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        var unit = rest.get(city.liaison(0), "/units?q=市一局").getBody().at("/items/0");
        assertThat(unit.at("/duty/officer").asText()).isEqualTo(city.officer());
        assertThat(unit.at("/duty/deputy").asText()).isEqualTo(city.chief());

        assign(city.chief(), null, null);
        assertThat(rest.get(city.liaison(0), "/units?q=市一局")
                        .getBody()
                        .at("/items/0/duty")
                        .isNull())
                .isTrue();
    }

    @Test
    void onlyTheOwnChiefAssignsAndOnlyPeopleOfTheOffice() {
        assertThat(assign(city.officer(), city.officer(), null).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(assign(cities.create().chief(), city.officer(), null).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(assign(city.chief(), city.liaison(0), null).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(assign(city.chief(), city.officer(), city.officer()).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(assign(city.chief(), null, city.officer()).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void theChiefAssignsOnThePageOfUnits() {
        Document page = pages.get(city.chief(), "/units");
        String form = page.select("form[action$=/duty]").attr("action");

        assertThat(pages.post(city.chief(), form, Map.of("officer", city.officer(), "deputy", ""))
                        .getRedirectedUrl())
                .isEqualTo("/units");

        assertThat(pages.get(city.chief(), "/units")
                        .select("form[action$=/duty] option[selected]")
                        .eachAttr("value"))
                .contains(city.officer());
        assertThat(pages.get(city.officer(), "/units").select("form[action$=/duty]"))
                .isEmpty();
    }

    @Test
    void anOfficersQueueBeginsWithTheOwnUnits() {
        cities.keyTask(city, 1);
        String round = cities.openFirstQuarter(city);
        cities.complete(city.liaison(0), round + "-1", "progress-report", Map.of("verdict", "DONE", "progress", "完成。"));
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "APPROVE"));
        assertThat(pages.get(city.officer(), "/").select("tr.group-row")).isEmpty();

        assign(city.chief(), city.officer(), null);

        assertThat(pages.get(city.officer(), "/").select("tr.group-row").eachText())
                .containsExactly("我负责的单位（1 项）", "其他单位（0 项）");
        assertThat(pages.get(city.officer(), "/?own=false").select("tr.group-row"))
                .isEmpty();
        assertThat(pages.get(city.chief(), "/").select("tr.group-row")).isEmpty();
        assertThat(pages.get(city.liaison(0), "/cycles/{id}", round + "-1")
                        .select(".summary-strip")
                        .text())
                .contains("责任督查员");
    }

    private ResponseEntity<?> assign(String username, @Nullable String officer, @Nullable String deputy) {
        Map<String, @Nullable String> duty = new HashMap<>();
        duty.put("officer", officer);
        duty.put("deputy", deputy);
        return rest.put(username, "/units/{code}/duty", duty, city.units().get(0));
    }
}
