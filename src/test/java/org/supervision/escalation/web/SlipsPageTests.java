package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** Who sees which slip in the portal. */
@ApplicationTest
class SlipsPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private PortalPages pages;

    private TestCity city;
    private String slip;

    @BeforeEach
    void oneReportIsLate() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        time.to(OffsetDateTime.parse("2024-04-09T09:00:00+08:00").toInstant());
        slip = "/slips/" + city.code() + "-2024-reminder-1";
    }

    @Test
    void theOfficeAndTheLateUnitReadItUnderItsNumber() {
        assertThat(pages.get(city.officer(), "/slips?open=true").select("tbody").text())
                .contains("督催〔2024〕1号")
                .contains("市一局");
        assertThat(pages.get(city.liaison(0), slip).text())
                .contains("督催〔2024〕1号")
                .contains("4月8日 周一 18:00");
    }

    @Test
    void anotherUnitDoesNotLearnThatItExists() {
        assertThat(pages.get(city.liaison(1), "/slips").select("tbody tr")).isEmpty();
        assertThat(pages.status(city.liaison(1), slip)).isEqualTo(404);
    }

    @Test
    void administratorsReadNone() {
        assertThat(pages.status("sysadmin", "/slips")).isEqualTo(403);
    }
}
