package org.supervision.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the notices; those that come with the application are loaded once, so that corrections to them stay. */
@Repository
class HolidayNotices {

    private static final ClassPathResource SHIPPED = new ClassPathResource("calendar/cn-public-holidays.csv");

    private record Day(LocalDate date, String kind, String name) {}

    private final JdbcClient jdbc;

    HolidayNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Loads the shipped notices of years that are not known yet; any number of nodes may do so at once. */
    @Transactional
    void loadShipped() {
        Set<Integer> fresh = new HashSet<>();
        for (Day day : shipped()) {
            int year = day.date().getYear();
            if (jdbc.sql("insert into holiday_notice (year) values (?) on conflict do nothing")
                            .param(year)
                            .update()
                    == 1) {
                fresh.add(year);
            }
            if (fresh.contains(year)) {
                jdbc.sql("insert into calendar_day (day, kind, name) values (?, ?, ?)")
                        .params(day.date(), day.kind(), day.name())
                        .update();
            }
        }
    }

    @Transactional(readOnly = true)
    PublicHolidays all() {
        return new PublicHolidays(
                days("holiday"),
                days("make-up"),
                Set.copyOf(jdbc.sql("select year from holiday_notice")
                        .query(Integer.class)
                        .list()));
    }

    private Set<LocalDate> days(String kind) {
        return Set.copyOf(jdbc.sql("select day from calendar_day where kind = ?")
                .param(kind)
                .query(LocalDate.class)
                .list());
    }

    private static List<Day> shipped() {
        try {
            return SHIPPED.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cells -> new Day(LocalDate.parse(cells[0]), cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
