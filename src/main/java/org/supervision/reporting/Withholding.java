package org.supervision.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Quarter;

/**
 * A mark that something is not for publication (不予公开).
 *
 * @param roundId the round whose report is left out; {@code null} for the whole key task in every round
 * @param quarter of that round
 * @param reason in the words of the person who marked it; never published
 */
public record Withholding(
        long id,
        String keyTaskId,
        int keyTaskNumber,
        String goal,
        @Nullable String roundId,
        @Nullable Quarter quarter,
        WithholdingGround ground,
        String reason,
        String withheldBy,
        Instant withheldAt) {

    /** Whether the whole key task is left out rather than a report. */
    public boolean isOfKeyTask() {
        return roundId == null;
    }
}
