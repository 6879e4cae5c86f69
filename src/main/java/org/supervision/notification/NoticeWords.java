package org.supervision.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;

/** Puts what is told into words, and says where more is to be read. */
@Component
class NoticeWords {

    /** Kind of what is a page itself, named by its path. */
    static final String PAGE = "page";

    /** Pages by the kind of object; what has no page of its own is told without link. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("slip", "/slips/"),
            Map.entry("circular", "/circulars/"),
            Map.entry("reporting-cycle", "/cycles/"),
            Map.entry("reporting-round", "/rounds/"),
            Map.entry("change-request", "/change-requests/"),
            Map.entry("work-item", "/work-items/"),
            Map.entry("digest", "/inbox/digests/"),
            Map.entry("inspection", "/inspections/"),
            Map.entry("hand-over", "/hand-overs/"),
            Map.entry(PAGE, ""));

    private final MessageSource messages;
    private final DateWords dates;

    NoticeWords(MessageSource messages, DateWords dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** In the language of the thread. */
    String text(String key, List<?> arguments) {
        Object[] readable = arguments.stream()
                .map(argument -> argument instanceof Instant instant ? dates.moment(instant) : argument)
                .toArray();
        return messages.getMessage(key, readable, LocaleContextHolder.getLocale());
    }

    String text(String key, Object... arguments) {
        return text(key, List.of(arguments));
    }

    /** What leaves the system is in Chinese, whoever was the last to use the thread. */
    <T> T inChinese(Supplier<T> words) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(Locale.CHINA);
        try {
            return words.get();
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    static Optional<String> link(String subjectType, String subjectId) {
        return Optional.ofNullable(PAGES.get(subjectType)).map(page -> page + subjectId);
    }
}
