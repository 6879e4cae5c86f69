package org.supervision.keytask;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An indicator read from the goal or a milestone of a key task. Only a confirmed one may count for lamps and scores.
 *
 * @param quarter of the milestone; null for the goal
 * @param start of its words in that text
 * @param end behind them
 * @param indicator as it was read or, if somebody corrected it, as decided
 * @param questions what the words leave open
 * @param version of the stored state, to be handed in with a decision
 */
public record IndicatorProposal(
        long id,
        String keyTask,
        @Nullable Integer quarter,
        int start,
        int end,
        String words,
        Indicator indicator,
        Set<IndicatorQuestion> questions,
        State state,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        int version) {

    /** What the office has said of it. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED
    }
}
