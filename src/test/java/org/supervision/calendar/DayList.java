package org.supervision.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The oracle of deadlines: a plain list of all worked days, made day by day from the lines of a notice, in which days are
 * counted. Shares nothing with {@link WorkingDays}.
 */
final class DayList {

    /** Shanghai has had no summer time since 1991. */
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2033, 12, 31);

    private final List<LocalDate> worked;

    /** @param lines {@code 2026-10-10,make-up,…}; those of years without a notice are left out by the caller */
    DayList(List<String> lines) {
        Set<String> days = lines.stream()
                .map(line -> line.substring(0, line.indexOf(',', 11)))
                .collect(Collectors.toSet());
        worked = FIRST.datesUntil(LAST.plusDays(1))
                .filter(day -> days.contains(day + ",make-up")
                        || day.getDayOfWeek() != DayOfWeek.SATURDAY
                                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                                && !days.contains(day + ",holiday"))
                .toList();
    }

    /** The lines of the shipped notices. */
    static List<String> shipped() {
        try {
            return new ClassPathResource("calendar/cn-public-holidays.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalDate nthAfter(LocalDate date, int n) {
        int index = 0;
        while (!worked.get(index).isAfter(date)) {
            index++;
        }
        return worked.get(index + n - 1);
    }

    LocalDate nthBefore(LocalDate date, int n) {
        int index = worked.size() - 1;
        while (!worked.get(index).isBefore(date)) {
            index--;
        }
        return worked.get(index - n + 1);
    }

    LocalDate thisOrNext(LocalDate date) {
        return worked.contains(date) ? date : nthAfter(date, 1);
    }

    int countAfterUpTo(LocalDate after, LocalDate upTo) {
        int count = 0;
        for (LocalDate day : worked) {
            if (day.compareTo(after) > 0 && day.compareTo(upTo) <= 0) {
                count++;
            }
        }
        return count;
    }

    /** Six in the evening of the day, as an instant. */
    static OffsetDateTime evening(LocalDate day) {
        return LocalDateTime.of(day.getYear(), day.getMonth(), day.getDayOfMonth(), 18, 0)
                .atOffset(OFFSET);
    }

    /** Five past midnight of the day, as an instant. */
    static OffsetDateTime afterMidnight(LocalDate day) {
        return LocalDateTime.of(day.getYear(), day.getMonth(), day.getDayOfMonth(), 0, 5)
                .atOffset(OFFSET);
    }
}
