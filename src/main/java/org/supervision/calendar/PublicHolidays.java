package org.supervision.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * What the yearly notices of the State Council say at one time: which days are off and which weekend days are worked
 * instead. Never changes; a changed notice makes another.
 *
 * @param version of the calendar these are the days of
 * @param makeUpDays weekend days on which people work
 * @param years the years whose notice is known
 */
record PublicHolidays(long version, Set<LocalDate> holidays, Set<LocalDate> makeUpDays, Set<Integer> years) {

    /** Before anything was read. */
    static final PublicHolidays NONE = new PublicHolidays(0, Set.of(), Set.of(), Set.of());

    boolean isWorkingDay(LocalDate date) {
        return makeUpDays.contains(date) || !isWeekend(date) && !holidays.contains(date);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
