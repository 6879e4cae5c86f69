package org.supervision.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.ApplicationTest;

/** The shipped notices are loaded once per year and never over a correction. */
@ApplicationTest
@Transactional
class HolidayNoticesTests {

    @Autowired
    private HolidayNotices notices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void loadingAgainChangesNothing() {
        PublicHolidays before = notices.all();

        notices.loadShipped();

        assertThat(notices.all()).isEqualTo(before);
        assertThat(before.holidays()).hasSize(149);
        assertThat(before.makeUpDays()).hasSize(33);
    }

    @Test
    void aCorrectedDayStaysCorrected() {
        jdbc.sql("delete from calendar_day where day = date '2026-10-10'").update();

        notices.loadShipped();

        assertThat(notices.all().makeUpDays()).noneMatch(day -> day.toString().equals("2026-10-10"));
    }

    @Test
    void aYearThatIsNotKnownIsLoadedAsAWhole() {
        PublicHolidays before = notices.all();
        jdbc.sql("delete from calendar_day where extract(year from day) = 2024").update();
        jdbc.sql("delete from holiday_notice where year = 2024").update();

        notices.loadShipped();

        assertThat(notices.all()).isEqualTo(before);
    }
}
