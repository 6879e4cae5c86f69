package org.supervision.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day on which two versions of a year differ; {@code null} where one leaves the day to the week. */
public record DayDifference(LocalDate day, @Nullable CalendarDay before, @Nullable CalendarDay after) {

    /** In the order of the days. */
    public static List<DayDifference> between(List<CalendarDay> before, List<CalendarDay> after) {
        Map<LocalDate, CalendarDay> old = byDay(before);
        Map<LocalDate, CalendarDay> fresh = byDay(after);
        return Stream.concat(old.keySet().stream(), fresh.keySet().stream())
                .distinct()
                .sorted()
                .map(day -> new DayDifference(day, old.get(day), fresh.get(day)))
                .filter(difference ->
                        difference.before() == null || !difference.before().equals(difference.after()))
                .toList();
    }

    private static Map<LocalDate, CalendarDay> byDay(List<CalendarDay> days) {
        return days.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
    }
}
