package org.supervision.dashboard.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.WorkingDays;

/** The days around now and a due date as a ruler, which shows why a deadline falls where it does. */
@Component
class Ruler {

    /** One cell, as the template {@code fragments/marks} draws it. */
    record Day(String day, String weekday, @Nullable String note, Kind kind) {

        /** What sort of day it is. */
        enum Kind {
            WORK,
            REST,
            DEADLINE,
            TODAY
        }
    }

    private static final int MOST_DAYS = 12;

    private final WorkingDays workingDays;
    private final DateWords dateWords;
    private final Words words;
    private final Clock clock;

    Ruler(WorkingDays workingDays, DateWords dateWords, Words words, Clock clock) {
        this.workingDays = workingDays;
        this.dateWords = dateWords;
        this.words = words;
        this.clock = clock;
    }

    /** From the earlier of now and the deadline to a working day after the later; empty if that is too long a time. */
    List<Day> around(Instant dueAt) {
        LocalDate today = LocalDate.now(clock);
        LocalDate dueOn = LocalDate.ofInstant(dueAt, WorkingDays.ZONE);
        LocalDate first = workingDays.minus(today.isBefore(dueOn) ? today : dueOn, 1);
        LocalDate last = workingDays.plus(today.isBefore(dueOn) ? dueOn : today, 1);
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            return List.of();
        }
        Locale locale = LocaleContextHolder.getLocale();
        DateTimeFormatter weekday = DateTimeFormatter.ofPattern("EEEEE", locale);
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Day(
                        String.valueOf(day.getDayOfMonth()),
                        weekday.format(day),
                        note(day, today, dueOn, dueAt),
                        kind(day, today, dueOn)))
                .toList();
    }

    private Day.Kind kind(LocalDate day, LocalDate today, LocalDate dueOn) {
        if (day.equals(dueOn)) {
            return Day.Kind.DEADLINE;
        }
        if (day.equals(today)) {
            return Day.Kind.TODAY;
        }
        return workingDays.isWorkingDay(day) ? Day.Kind.WORK : Day.Kind.REST;
    }

    private @Nullable String note(LocalDate day, LocalDate today, LocalDate dueOn, Instant dueAt) {
        if (day.equals(dueOn)) {
            return words.of("dashboard.ruler.deadline", dateWords.hour(dueAt));
        }
        if (day.equals(today)) {
            return words.of("dashboard.ruler.today");
        }
        if (!workingDays.isWorkingDay(day)) {
            return words.of("dashboard.ruler.rest");
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? words.of("dashboard.ruler.make-up") : null;
    }
}
