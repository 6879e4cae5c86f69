package org.supervision.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a unit's answer to an order.
 *
 * @param accepted {@code null} while the office has not said anything
 */
public record SlipAnswer(
        int version,
        String answer,
        String answeredBy,
        Instant answeredAt,
        @Nullable Boolean accepted,
        @Nullable String comment,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt) {}
