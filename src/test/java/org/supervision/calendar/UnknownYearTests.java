package org.supervision.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** In December the next year's holidays are not known yet, but the last quarter is due in January. */
@ApplicationTest
class UnknownYearTests {

    private static final Quarter LAST_QUARTER = new Quarter(2032, 4);
    private static final String PROVISIONAL = "暂按 2033-01-07，待放假通知";

    @Autowired
    private TestCities cities;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private HolidayNotices notices;

    @Autowired
    private TestNotices testNotices;

    @Autowired
    private PortalPages pages;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @AfterEach
    void forgetTheNotice() {
        testNotices.forget(2033);
    }

    @Test
    void aDeadlineInJanuaryCountsWeekendsIsShownProvisionalAndChangesWithTheNotice() {
        assertThat(planning.defaults(city.code(), LAST_QUARTER).reportDueOn()).isEqualTo(LocalDate.of(2033, 1, 7));
        cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(LAST_QUARTER, LocalDate.of(2033, 1, 3), null, null, null, null, null)));
        assertThat(pages.get(city.officer(), "/rounds").select("main").text()).contains(PROVISIONAL);
        assertThat(pages.get(city.officer(), "/rounds/{id}", city.code() + "-2032-q4")
                        .select("main")
                        .text())
                .contains(PROVISIONAL);
        assertThat(planPage()).contains("暂按周末推算");

        notices.load(
                2033, notices.read(2033, "2033-01-03,holiday,元旦".getBytes(StandardCharsets.UTF_8)), "sysadmin", null);

        assertThat(planning.defaults(city.code(), LAST_QUARTER).reportDueOn()).isEqualTo(LocalDate.of(2033, 1, 10));
        assertThat(pages.get(city.officer(), "/rounds").select("main").text()).doesNotContain("待放假通知");
        assertThat(planPage()).doesNotContain("暂按周末推算");
    }

    private String planPage() {
        return pages.get(city.officer(), "/rounds/new?year=2032&quarter=4")
                .select("main")
                .text();
    }
}
