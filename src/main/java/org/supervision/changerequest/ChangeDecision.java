package org.supervision.changerequest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person decided about a request.
 *
 * @param comment required on refusal
 */
public record ChangeDecision(
        ChangeStep step,
        Answer decision,
        @Nullable String comment,
        String decidedBy,
        String decidedByName,
        Instant decidedAt) {

    /** The two answers; about the lead the office recommends, everybody else decides. */
    public enum Answer {
        GRANT,
        REFUSE
    }
}
