package org.supervision.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;

/**
 * One line of the error summary of a page.
 *
 * @param key of the field it stands beside; {@code null} if it concerns none
 */
public record Mistake(@Nullable String key, String message) {

    /** A refusal that names no field is one mistake. What does not exist stays a failure. */
    public static List<Mistake> of(DomainException refusal, Refusals words) {
        if (refusal.kind() == DomainException.Kind.NOT_FOUND || refusal.kind() == DomainException.Kind.FORBIDDEN) {
            throw refusal;
        }
        return refusal.fieldErrors().isEmpty()
                ? List.of(new Mistake(null, words.message(refusal)))
                : refusal.fieldErrors().stream()
                        .map(error -> new Mistake(error.field(), words.message(error)))
                        .toList();
    }

    /** What stands beside each field. */
    public static Map<String, String> byKey(List<Mistake> mistakes) {
        Map<String, String> messages = new LinkedHashMap<>();
        mistakes.stream()
                .filter(mistake -> mistake.key() != null)
                .forEach(mistake -> messages.putIfAbsent(mistake.key(), mistake.message()));
        return messages;
    }
}
