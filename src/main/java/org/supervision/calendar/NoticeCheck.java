package org.supervision.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;
import org.supervision.shared.DomainException.Kind;

/** Turns the lines of a year's notice into its days, or refuses all of them with what is wrong in which line. */
final class NoticeCheck {

    private static final int LONGEST_NAME = 50;
    private static final int MOST_MISTAKES = 20;

    private final int year;
    private final Map<LocalDate, Entry> days = new HashMap<>();
    private final List<FieldError> mistakes = new ArrayList<>();

    private record Entry(CalendarDay day, int line) {}

    private NoticeCheck(int year) {
        this.year = year;
    }

    /**
     * The days in their order.
     *
     * @throws DomainException naming the first mistakes, each by its line
     */
    static List<CalendarDay> days(int year, List<NoticeLine> lines) {
        if (year < 2000 || year > 2100) {
            throw DomainException.invalidField("year", "calendar.notice.year-out-of-range");
        }
        if (lines.isEmpty()) {
            throw DomainException.invalidField("days", "calendar.notice.empty");
        }
        NoticeCheck check = new NoticeCheck(year);
        lines.forEach(check::add);
        if (!check.mistakes.isEmpty()) {
            throw new DomainException(
                    Kind.INVALID,
                    "calendar.notice.refused",
                    List.of(check.mistakes.size()),
                    check.mistakes.stream().limit(MOST_MISTAKES).toList());
        }
        return check.days.values().stream()
                .map(Entry::day)
                .sorted(Comparator.comparing(CalendarDay::day))
                .toList();
    }

    private void add(NoticeLine line) {
        String name = Objects.requireNonNullElse(line.name(), "").strip();
        Optional<LocalDate> day = day(line);
        Optional<DayKind> kind = kind(line);
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            mistake(line, "calendar.line.name", LONGEST_NAME);
        } else if (day.isPresent() && kind.isPresent()) {
            add(line, new CalendarDay(day.get(), kind.get(), name));
        }
    }

    private void add(NoticeLine line, CalendarDay day) {
        Entry earlier = days.putIfAbsent(day.day(), new Entry(day, line.number()));
        if (earlier != null) {
            String code = earlier.day().kind() == day.kind() ? "calendar.line.duplicate" : "calendar.line.both-kinds";
            mistake(line, code, day.day().toString(), earlier.line());
        } else if (day.kind() == DayKind.MAKE_UP && !PublicHolidays.isWeekend(day.day())) {
            mistake(line, "calendar.line.no-weekend", day.day().toString());
        }
    }

    private Optional<LocalDate> day(NoticeLine line) {
        String text = Objects.requireNonNullElse(line.day(), "").strip();
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() == year) {
                return Optional.of(day);
            }
            mistake(line, "calendar.line.other-year", text, String.valueOf(year));
        } catch (DateTimeException e) {
            mistake(line, "calendar.line.no-date", text);
        }
        return Optional.empty();
    }

    private Optional<DayKind> kind(NoticeLine line) {
        String text = Objects.requireNonNullElse(line.kind(), "").strip();
        Optional<DayKind> kind = DayKind.of(text);
        if (kind.isEmpty()) {
            mistake(line, "calendar.line.no-kind", text);
        }
        return kind;
    }

    private void mistake(NoticeLine line, String code, Object... arguments) {
        List<Object> all = new ArrayList<>();
        all.add(line.number());
        all.addAll(List.of(arguments));
        mistakes.add(new FieldError("line " + line.number(), code, all));
    }
}
