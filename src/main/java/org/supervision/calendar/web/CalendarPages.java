package org.supervision.calendar.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.supervision.calendar.CalendarDay;
import org.supervision.calendar.DayKind;
import org.supervision.calendar.HolidayNotice;
import org.supervision.calendar.HolidayNotices;
import org.supervision.calendar.WorkingDays;
import org.supervision.calendar.web.YearPage.Choice;
import org.supervision.calendar.web.YearPage.Day;
import org.supervision.calendar.web.YearPage.Month;
import org.supervision.calendar.web.YearPage.Stretch;
import org.supervision.shared.DomainException;

/** Lays a year out as twelve months. */
@Component
class CalendarPages {

    private final HolidayNotices notices;
    private final WorkingDays workingDays;
    private final Clock clock;

    CalendarPages(HolidayNotices notices, WorkingDays workingDays, Clock clock) {
        this.notices = notices;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    static boolean isShown(int year) {
        return year >= 2000 && year <= 2100;
    }

    int thisYear() {
        return today().getYear();
    }

    YearPage of(int year) {
        if (!isShown(year)) {
            throw DomainException.notFound(year);
        }
        HolidayNotice notice = notices.get(year);
        return new YearPage(notice, weekdays(), months(notice), stretches(notice.days()), choices(year));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static List<String> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.NARROW, LocaleContextHolder.getLocale()))
                .toList();
    }

    private List<Month> months(HolidayNotice notice) {
        Locale locale = LocaleContextHolder.getLocale();
        DateTimeFormatter name = DateTimeFormatter.ofPattern("LLLL", locale);
        Map<LocalDate, CalendarDay> special =
                notice.days().stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(notice.year(), month))
                .map(month -> new Month(name.format(month), weeks(month, special)))
                .toList();
    }

    private List<List<@Nullable Day>> weeks(YearMonth month, Map<LocalDate, CalendarDay> special) {
        List<@Nullable Day> cells = new ArrayList<>(
                Collections.nCopies(month.atDay(1).getDayOfWeek().getValue() - 1, null));
        month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .map(date -> day(date, special.get(date)))
                .forEach(cells::add);
        while (cells.size() % 7 > 0) {
            cells.add(null);
        }
        return IntStream.range(0, cells.size() / 7)
                .mapToObj(week -> cells.subList(7 * week, 7 * week + 7))
                .toList();
    }

    private Day day(LocalDate date, @Nullable CalendarDay special) {
        boolean today = date.equals(today());
        if (special != null) {
            return new Day(
                    date,
                    special.kind() == DayKind.HOLIDAY ? Day.Sort.HOLIDAY : Day.Sort.MAKE_UP,
                    special.name(),
                    today);
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return new Day(date, weekend ? Day.Sort.WEEKEND : Day.Sort.WORK, "", today);
    }

    private static List<Stretch> stretches(List<CalendarDay> days) {
        List<Stretch> stretches = new ArrayList<>();
        for (CalendarDay day : days) {
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null
                    && last.kind() == day.kind()
                    && last.name().equals(day.name())
                    && last.last().plusDays(1).equals(day.day())) {
                stretches.set(
                        stretches.size() - 1,
                        new Stretch(last.name(), last.kind(), last.first(), day.day(), last.days() + 1));
            } else {
                stretches.add(new Stretch(day.name(), day.kind(), day.day(), day.day(), 1));
            }
        }
        return stretches;
    }

    /** The known years, this and the next one, and the one that is shown. */
    private List<Choice> choices(int shown) {
        SortedSet<Integer> known = notices.years();
        SortedSet<Integer> years = new TreeSet<>(known);
        years.addAll(List.of(thisYear(), thisYear() + 1, shown));
        return years.stream()
                .map(year -> new Choice(
                        year,
                        known.contains(year),
                        workingDays.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31))))
                .toList();
    }
}
