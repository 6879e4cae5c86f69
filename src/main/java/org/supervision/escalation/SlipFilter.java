package org.supervision.escalation;

import org.jspecify.annotations.Nullable;

/** What a list of slips is narrowed to; {@code null} does not narrow. */
public record SlipFilter(
        @Nullable String round, @Nullable String cycle, @Nullable SlipKind kind, @Nullable Boolean open) {}
