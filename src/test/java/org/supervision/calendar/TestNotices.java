package org.supervision.calendar;

import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what a test has really loaded; the calendar is the only thing all cities share. */
@TestComponent
public class TestNotices {

    private final HolidaysInForce holidays;
    private final JdbcClient jdbc;

    TestNotices(HolidaysInForce holidays, JdbcClient jdbc) {
        this.holidays = holidays;
        this.jdbc = jdbc;
    }

    /** Working days where the notice of one year is known and says nothing. */
    public static WorkingDays workingDays(int year) {
        PublicHolidays holidays = new PublicHolidays(1, Set.of(), Set.of(), Set.of(year));
        return new WorkingDays(() -> holidays, LocalTime.of(18, 0));
    }

    /** Makes the year unknown again. */
    @Transactional
    public void forget(int year) {
        holidays.lock();
        jdbc.sql("delete from calendar_day where extract(year from day) = ?")
                .param(year)
                .update();
        jdbc.sql("delete from holiday_notice where year = ?").param(year).update();
        holidays.changed();
    }
}
