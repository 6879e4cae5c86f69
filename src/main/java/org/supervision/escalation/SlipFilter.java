package org.supervision.escalation;

import org.jspecify.annotations.Nullable;

/**
 * What a list of slips is narrowed to; {@code null} does not narrow.
 *
 * @param draft the drafted ones, which only those see who see the whole government, instead of those that were issued or have ended
 */
public record SlipFilter(
        @Nullable String round,
        @Nullable String cycle,
        @Nullable SlipKind kind,
        @Nullable Boolean open,
        boolean draft) {

    public SlipFilter(@Nullable String round, @Nullable String cycle, @Nullable SlipKind kind, @Nullable Boolean open) {
        this(round, cycle, kind, open, false);
    }
}
