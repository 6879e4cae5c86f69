package org.supervision.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** The quarters of one key task, as a part of its page and without scripts as a page of its own. */
@ApplicationTest
class KeyTaskCyclesTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Test
    void listsTheCyclesOfTheKeyTaskForThoseWhoMaySeeThem() {
        TestCity city = cities.create();
        String address = "/key-tasks/" + cities.keyTask(city, 1).id() + "/cycles";
        assertThat(pages.get(city.officer(), address).text()).contains("还没有季度办理");

        cities.openFirstQuarter(city);

        Document page = pages.get(city.liaison(0), address);
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody a").text()).isEqualTo("2024年第一季度");
        assertThat(pages.get(city.liaison(1), address).select("tbody tr")).isEmpty();
    }
}
