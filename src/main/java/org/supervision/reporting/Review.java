package org.supervision.reporting;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decided on one version of a report.
 *
 * @param reason only where the office returned
 * @param comment required where it was returned
 * @param verdict the office's verdict, only where the office approved
 */
public record Review(
        ReviewStep step,
        ReviewDecision decision,
        @Nullable ReturnReason reason,
        @Nullable String comment,
        @Nullable Verdict verdict) {}
