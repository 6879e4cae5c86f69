package org.supervision.audit;

import org.jspecify.annotations.Nullable;

/** Where a call came from, as the trail keeps it. */
final class CallerAddress {

    static final String UNKNOWN = "-";

    /** Of an IPv6 address. */
    private static final int LONGEST = 45;

    private CallerAddress() {}

    static String of(@Nullable String address) {
        String known = address == null || address.isBlank() ? UNKNOWN : address;
        return known.substring(0, Math.min(known.length(), LONGEST));
    }
}
