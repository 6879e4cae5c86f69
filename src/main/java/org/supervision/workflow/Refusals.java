package org.supervision.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;

/** Puts refusals into the words of the person who caused them, the same for portal, REST and Tasklist. */
@Component
public class Refusals {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    /** The domain's refusal behind an exception of the engine or of a transaction, if there is one. */
    public static Optional<DomainException> in(@Nullable Throwable thrown) {
        return Stream.iterate(thrown, Throwable::getCause)
                .limit(20)
                .takeWhile(cause -> cause != null)
                .filter(DomainException.class::isInstance)
                .map(DomainException.class::cast)
                .findFirst();
    }

    public String message(DomainException refusal) {
        return text(refusal.code(), refusal.arguments());
    }

    public String message(FieldError error) {
        return text(error.code(), error.arguments());
    }

    /** What is wrong and with which fields, in one line. */
    public String wholeMessage(DomainException refusal) {
        String fields = refusal.fieldErrors().stream()
                .map(this::message)
                .filter(message -> !message.equals(message(refusal)))
                .collect(Collectors.joining(" "));
        return fields.isEmpty() ? message(refusal) : message(refusal) + " " + fields;
    }

    /** The message of a key in the caller's language; instants are shown in the zone of the cities. */
    public String text(String code, List<Object> arguments) {
        return text(code, arguments, LocaleContextHolder.getLocale());
    }

    /** As {@link #text(String, List)} where the caller's language is known but not bound to the thread. */
    public String text(String code, List<Object> arguments, Locale locale) {
        Object[] readable = arguments.stream()
                .map(argument -> argument instanceof Instant instant ? INSTANT.format(instant) : argument)
                .toArray();
        return messages.getMessage(code, readable, code, locale);
    }
}
