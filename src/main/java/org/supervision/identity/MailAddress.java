package org.supervision.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;

/** Checks mail addresses before they are kept: one plain address, nothing that could become a header of its own. */
public final class MailAddress {

    private static final int LONGEST = 200;

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");

    private MailAddress() {}

    /** The address without surrounding white space; refused when blank. */
    public static String required(String field, @Nullable String value) {
        String address = optional(field, value);
        if (address == null) {
            throw DomainException.invalidField(field, "identity.error.required");
        }
        return address;
    }

    /** {@code null} when blank. */
    public static @Nullable String optional(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!isOne(value)) {
            throw DomainException.invalidField(field, "identity.error.mail");
        }
        return value.strip();
    }

    public static boolean isOne(String text) {
        String address = text.strip();
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }
}
