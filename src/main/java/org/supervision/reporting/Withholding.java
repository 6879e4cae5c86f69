package org.supervision.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mark that something is not for publication (不予公开).
 *
 * @param roundId the round whose report is left out; {@code null} for the whole key task in every round
 * @param reason in the words of the person who marked it; never published
 */
public record Withholding(
        long id,
        String keyTaskId,
        int keyTaskNumber,
        String goal,
        @Nullable String roundId,
        WithholdingGround ground,
        String reason,
        String withheldBy,
        Instant withheldAt) {

    /** Whether the whole key task is left out rather than a report. */
    public boolean isOfKeyTask() {
        return roundId == null;
    }
}
