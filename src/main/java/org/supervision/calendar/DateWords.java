package org.supervision.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes dates and hours for templates ({@code @dateWords}), in the clock's zone and the reader's language; the year
 * only if it is not this one. Takes an instant, a date, or a date and time.
 */
@Component("dateWords")
public class DateWords {

    private final Clock clock;
    private final WorkingDays workingDays;
    private final MessageSource messages;

    DateWords(Clock clock, WorkingDays workingDays, MessageSource messages) {
        this.clock = clock;
        this.workingDays = workingDays;
        this.messages = messages;
    }

    /** In sentences: 10月13日 周二 18:00. */
    public String moment(TemporalAccessor at) {
        return write(at, "portal.date.moment");
    }

    /** In sentences: 10月13日 周二. */
    public String day(TemporalAccessor at) {
        return write(at, "portal.date.day");
    }

    /** In documents: 2026年10月13日. */
    public String date(TemporalAccessor at) {
        return pattern("portal.date.date").format(zoned(at));
    }

    /** In tables: 10-13 18:00. */
    public String shortMoment(TemporalAccessor at) {
        return format(at, isThisYear(zoned(at)) ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm");
    }

    /** In tables: 10-13. */
    public String shortDay(TemporalAccessor at) {
        return format(at, isThisYear(zoned(at)) ? "MM-dd" : "yyyy-MM-dd");
    }

    /** A due date or instant in tables: 10-13 or 10-13 18:00, and if its year has no notice yet: {@link #provisional}. */
    public String due(TemporalAccessor at) {
        return isProvisional(at) ? provisional(at) : hasHour(at) ? shortMoment(at) : shortDay(at);
    }

    /** A due date or instant in sentences: 10月13日 周二, with the hour if it has one; as {@link #due} otherwise. */
    public String dueInWords(TemporalAccessor at) {
        return isProvisional(at) ? provisional(at) : hasHour(at) ? moment(at) : day(at);
    }

    /** 18:00. */
    public String hour(TemporalAccessor at) {
        return format(at, "HH:mm");
    }

    /** Only what is still to come can change when the notice is loaded. */
    private boolean isProvisional(TemporalAccessor at) {
        LocalDate date = LocalDate.from(zoned(at));
        return workingDays.provisional(date) && !date.isBefore(LocalDate.now(clock));
    }

    /** 暂按 2027-01-07，待放假通知. */
    private String provisional(TemporalAccessor at) {
        Object[] date = {format(at, hasHour(at) ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd")};
        return messages.getMessage("portal.date.provisional", date, LocaleContextHolder.getLocale());
    }

    private boolean hasHour(TemporalAccessor at) {
        return zoned(at).isSupported(ChronoField.HOUR_OF_DAY);
    }

    private String write(TemporalAccessor at, String key) {
        return pattern(isThisYear(zoned(at)) ? key : key + "-of-year").format(zoned(at));
    }

    private DateTimeFormatter pattern(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(messages.getMessage(key, null, locale), locale);
    }

    private String format(TemporalAccessor at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(zoned(at));
    }

    private boolean isThisYear(TemporalAccessor at) {
        return Year.from(at).equals(Year.from(LocalDate.now(clock)));
    }

    private TemporalAccessor zoned(TemporalAccessor at) {
        return at instanceof Instant instant ? instant.atZone(clock.getZone()) : at;
    }
}
