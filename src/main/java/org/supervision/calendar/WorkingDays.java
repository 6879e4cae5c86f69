package org.supervision.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Deadline arithmetic in working days: weekends are off unless worked to make up for a holiday, holidays are off. A year
 * without a notice falls back to weekends, see {@link #provisional(LocalDate)}. Each answer is a pure function of the
 * holidays in force, which change when a notice is loaded; within a writing transaction they stay the same.
 */
public final class WorkingDays {

    /** The zone of every date in the system. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** When what became overdue days ago is acted upon: as soon as the day has safely begun. */
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 5);

    private final Supplier<PublicHolidays> publicHolidays;
    private final LocalTime dueTime;

    WorkingDays(Supplier<PublicHolidays> publicHolidays, LocalTime dueTime) {
        this.publicHolidays = publicHolidays;
        this.dueTime = dueTime;
    }

    /** Whether the notice of the year is loaded. */
    public boolean known(int year) {
        return publicHolidays.get().years().contains(year);
    }

    /** Whether the date was reckoned without the notice of its year: it may change and must be shown so. */
    public boolean provisional(LocalDate date) {
        return !known(date.getYear());
    }

    public boolean isWorkingDay(LocalDate date) {
        return publicHolidays.get().isWorkingDay(date);
    }

    /** The n-th working day after the date; the date itself for 0. */
    public LocalDate plus(LocalDate date, int n) {
        return walk(publicHolidays.get(), date, n, 1);
    }

    /** The n-th working day before the date; the date itself for 0. */
    public LocalDate minus(LocalDate date, int n) {
        return walk(publicHolidays.get(), date, n, -1);
    }

    /** The date itself if it is worked, else the next working day. */
    public LocalDate onOrAfter(LocalDate date) {
        return onOrAfter(publicHolidays.get(), date);
    }

    /** Working days after {@code from} up to and with {@code to}; negative if {@code to} is the earlier one. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        PublicHolidays holidays = publicHolidays.get();
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(holidays::isWorkingDay)
                .count();
    }

    /** The instant at which a due date ends: on that day, or on the next working day if it turns out to be none. */
    public Instant dueInstant(LocalDate date) {
        return onOrAfter(date).atTime(dueTime).atZone(ZONE).toInstant();
    }

    /** Shortly after midnight of the n-th working day after the due instant's date: when rung +n of the ladder is issued. */
    public Instant afterDue(Instant due, int n) {
        return plus(LocalDate.ofInstant(due, ZONE), n)
                .atTime(AFTER_MIDNIGHT)
                .atZone(ZONE)
                .toInstant();
    }

    private static LocalDate onOrAfter(PublicHolidays holidays, LocalDate date) {
        return Stream.iterate(date, day -> day.plusDays(1))
                .filter(holidays::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate walk(PublicHolidays holidays, LocalDate date, int n, int step) {
        if (n < 0) {
            throw new IllegalArgumentException("Not a number of working days: " + n);
        }
        LocalDate day = date;
        for (int left = n; left > 0; ) {
            day = day.plusDays(step);
            if (holidays.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
