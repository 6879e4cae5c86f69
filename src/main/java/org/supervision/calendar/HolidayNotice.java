package org.supervision.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the days of one year.
 *
 * @param known whether the notice of the State Council is loaded; if not, the week alone counts for the time being
 * @param days in their order
 * @param version of the whole calendar as it was read, for changes that must not pass over those of others
 * @param changedAt {@code null} while the year is as it was shipped, like {@code changedBy}, a username
 */
public record HolidayNotice(
        int year,
        boolean known,
        List<CalendarDay> days,
        long version,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {

    /** The same year with other days. */
    public HolidayNotice with(List<CalendarDay> others) {
        return new HolidayNotice(year, known, others, version, changedAt, changedBy);
    }

    /** How many days of the year are worked. */
    public long workingDays() {
        PublicHolidays holidays =
                new PublicHolidays(version, days(DayKind.HOLIDAY), days(DayKind.MAKE_UP), Set.of(year));
        LocalDate first = Year.of(year).atDay(1);
        return first.datesUntil(first.plusYears(1))
                .filter(holidays::isWorkingDay)
                .count();
    }

    private Set<LocalDate> days(DayKind kind) {
        return days.stream()
                .filter(day -> day.kind() == kind)
                .map(CalendarDay::day)
                .collect(Collectors.toSet());
    }
}
