package org.supervision.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A numbered slip about one late cycle.
 *
 * @param year calendar year of issue; with kind and number unique in its government
 * @param rung working days after the due date on which the ladder issues it
 * @param resubmission whether the report had been submitted before and returned
 * @param reportDueAt the due instant that was missed
 */
public record SlipView(
        String id,
        SlipKind kind,
        int year,
        int number,
        String cycleId,
        String roundId,
        int keyTaskNumber,
        String goal,
        String unit,
        String unitName,
        int rung,
        boolean resubmission,
        Instant reportDueAt,
        Instant issuedAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endedBecause) {

    public boolean isOpen() {
        return endedAt == null;
    }
}
