package org.supervision.reporting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner unit's part of a cycle (配合部分).
 *
 * @param submittedAt {@code null} while it is not in (未报)
 * @param evidence files that came with it
 */
public record PartnerPart(
        String unit,
        @Nullable String progress,
        @Nullable String problems,
        @Nullable String submittedByName,
        @Nullable Instant submittedAt,
        List<Evidence> evidence) {}
