package org.supervision.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** The quarters of one key task, as a part of its page and without scripts as a page of its own. */
@ApplicationTest
class KeyTaskCyclesTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private TimeTravel time;

    @Autowired
    private PortalPages pages;

    @Test
    void listsTheCyclesOfTheKeyTaskForThoseWhoMaySeeThem() {
        time.to(OffsetDateTime.parse("2024-04-01T09:00:00+08:00").toInstant());
        TestCity city = cities.create();
        String address = "/key-tasks/" + cities.keyTask(city, 1).id() + "/cycles";
        assertThat(pages.get(city.officer(), address).text()).contains("还没有季度办理");

        cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 1), LocalDate.of(2024, 4, 1), null, null, null, null, null)));
        time.to(OffsetDateTime.parse("2024-04-01T09:01:00+08:00").toInstant());

        Document page = pages.get(city.liaison(0), address);
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody a").text()).isEqualTo("2024年第一季度");
        assertThat(pages.get(city.liaison(1), address).select("tbody tr")).isEmpty();
    }
}
