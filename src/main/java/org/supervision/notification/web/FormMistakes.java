package org.supervision.notification.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.supervision.shared.DomainException;

/** What is wrong with a form, for the summary at its head. */
@Component
class FormMistakes {

    /** @param key the field; {@code null} if it belongs to no single field of the page */
    record Mistake(@Nullable String key, String message) {}

    private final MessageSource messages;

    FormMistakes(MessageSource messages) {
        this.messages = messages;
    }

    /** One per wrong field; what was not found is no mistake of a form and is thrown on. */
    List<Mistake> of(DomainException refusal, Locale locale) {
        if (refusal.kind() == DomainException.Kind.NOT_FOUND) {
            throw refusal;
        }
        return refusal.fieldErrors().isEmpty()
                ? List.of(new Mistake(null, text(refusal.code(), refusal.arguments(), locale)))
                : refusal.fieldErrors().stream()
                        .map(error -> new Mistake(error.field(), text(error.code(), error.arguments(), locale)))
                        .toList();
    }

    private String text(String code, List<Object> arguments, Locale locale) {
        return messages.getMessage(code, arguments.toArray(), locale);
    }
}
