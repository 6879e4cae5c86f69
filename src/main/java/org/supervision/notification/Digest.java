package org.supervision.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person was told on one morning, in the reader's language.
 *
 * @param lines the most urgent first
 */
public record Digest(long id, LocalDate day, List<Line> lines) {

    /** @param link path of the page about it, {@code null} if there is none */
    public record Line(String text, @Nullable String link) {}
}
