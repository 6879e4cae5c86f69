package org.supervision.tables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long an archive is kept (保管期限): counted from the first day of the year after the one it is about. */
public enum Retention {
    PERMANENT(null),
    YEARS_30(30),
    YEARS_10(10);

    private final @Nullable Integer years;

    Retention(@Nullable Integer years) {
        this.years = years;
    }

    /** Last day of the term; {@code null} if it never ends. */
    public @Nullable LocalDate endsOn(int year) {
        return years == null ? null : LocalDate.of(year + years, 12, 31);
    }
}
