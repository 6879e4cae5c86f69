package org.supervision.notification;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told by mail and has no account.
 *
 * @param unit code of the principal's unit, {@code null} for secretaries
 */
public record Contact(
        long id,
        String government,
        Kind kind,
        @Nullable String unit,
        @Nullable String unitName,
        String name,
        String mail) {

    /** Secretary of a vice-mayor (秘书) or principal of a unit (主要负责人). */
    public enum Kind {
        SECRETARY,
        PRINCIPAL
    }
}
