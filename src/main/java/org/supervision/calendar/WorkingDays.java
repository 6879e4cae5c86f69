package org.supervision.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Deadline arithmetic in working days: weekends are off unless worked to make up for a holiday, holidays are off. A year
 * without a notice falls back to weekends, see {@link #known(int)}.
 */
public final class WorkingDays {

    /** The zone of every date in the system. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** When what became overdue days ago is acted upon: as soon as the day has safely begun. */
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 5);

    private final PublicHolidays publicHolidays;
    private final LocalTime dueTime;

    WorkingDays(PublicHolidays publicHolidays, LocalTime dueTime) {
        this.publicHolidays = publicHolidays;
        this.dueTime = dueTime;
    }

    /** Whether the notice of the year is loaded; if not, dates in it are provisional and must be shown as such. */
    public boolean known(int year) {
        return publicHolidays.years().contains(year);
    }

    public boolean isWorkingDay(LocalDate date) {
        if (publicHolidays.makeUpDays().contains(date)) {
            return true;
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !publicHolidays.holidays().contains(date);
    }

    /** The n-th working day after the date; the date itself for 0. */
    public LocalDate plus(LocalDate date, int n) {
        return walk(date, n, 1);
    }

    /** The n-th working day before the date; the date itself for 0. */
    public LocalDate minus(LocalDate date, int n) {
        return walk(date, n, -1);
    }

    /** Working days after {@code from} up to and with {@code to}; negative if {@code to} is the earlier one. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The instant at which a due date ends. */
    public Instant dueInstant(LocalDate date) {
        return date.atTime(dueTime).atZone(ZONE).toInstant();
    }

    /** Shortly after midnight of the n-th working day after the due instant's date: when rung +n of the ladder is issued. */
    public Instant afterDue(Instant due, int n) {
        return plus(LocalDate.ofInstant(due, ZONE), n)
                .atTime(AFTER_MIDNIGHT)
                .atZone(ZONE)
                .toInstant();
    }

    private LocalDate walk(LocalDate date, int n, int step) {
        if (n < 0) {
            throw new IllegalArgumentException("Not a number of working days: " + n);
        }
        LocalDate day = date;
        for (int left = n; left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
