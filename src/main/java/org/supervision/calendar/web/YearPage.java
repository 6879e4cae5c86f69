package org.supervision.calendar.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.calendar.DayKind;
import org.supervision.calendar.HolidayNotice;

/**
 * A year as a page shows it.
 *
 * @param years that can be chosen
 */
record YearPage(
        HolidayNotice notice, List<String> weekdays, List<Month> months, List<Stretch> stretches, List<Choice> years) {

    /** A month by its name; a week has seven entries, {@code null} for days of other months. */
    record Month(String name, List<List<@Nullable Day>> weeks) {}

    /** @param name of the holiday, empty if it has none */
    record Day(LocalDate date, Sort sort, String name, boolean today) {

        /** What a day is by the week and the notice together. */
        enum Sort {
            WORK,
            WEEKEND,
            HOLIDAY,
            MAKE_UP
        }
    }

    /** Days of one kind and name that follow one another. */
    record Stretch(String name, DayKind kind, LocalDate first, LocalDate last, int days) {}

    /** A year, whether its notice is known, and how many of its days are worked. */
    record Choice(int year, boolean known, int workingDays) {}
}
