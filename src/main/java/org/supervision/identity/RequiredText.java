package org.supervision.identity;

import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;

/** Checks the short texts of the directory: names, codes, aliases. */
final class RequiredText {

    private RequiredText() {}

    /** The text without surrounding white space; refused when blank, longer than the limit or with control characters. */
    static String of(String field, @Nullable String value, int maxLength) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw DomainException.invalidField(field, "identity.error.required");
        }
        if (text.length() > maxLength) {
            throw DomainException.invalidField(field, "identity.error.too-long", maxLength);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw DomainException.invalidField(field, "identity.error.control-character");
        }
        return text;
    }
}
