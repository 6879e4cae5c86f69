package org.supervision.reporting;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.supervision.shared.Lamp;

/** What the public is told of a key task's quarter: the office's verdict, or why there is none. */
public enum PublishedState {
    DONE,
    ON_SCHEDULE,
    BEHIND,
    NOT_STARTED,
    /** A report without a verdict, as in tables from elsewhere. */
    UNKNOWN,
    NOT_REPORTED,
    NOT_APPROVED,
    SUSPENDED,
    /** Of a round that is open; never published. */
    UNDER_REVIEW;

    /** Whether there is an approved report. */
    public boolean isReported() {
        return !EnumSet.of(NOT_REPORTED, NOT_APPROVED, SUSPENDED, UNDER_REVIEW).contains(this);
    }

    /** Whose shape it is drawn with, beside its own word; what nobody has told is never green. */
    public Lamp level() {
        return switch (this) {
            case DONE -> Lamp.DONE;
            case ON_SCHEDULE -> Lamp.ON_TRACK;
            case BEHIND, NOT_STARTED -> Lamp.BEHIND;
            case NOT_REPORTED, NOT_APPROVED -> Lamp.UNKNOWN;
            case SUSPENDED -> Lamp.SUSPENDED;
            case UNKNOWN, UNDER_REVIEW -> Lamp.NOT_COUNTED;
        };
    }

    static PublishedState of(ResultRow row) {
        if (row.outcome() != CycleOutcome.APPROVED) {
            return valueOf(row.outcome().name());
        }
        return row.verdict() == null ? UNKNOWN : valueOf(row.verdict().name());
    }

    /** How many rows are in each state; all that are ever published are there. */
    public static Map<PublishedState, Integer> counts(List<ResultRow> rows) {
        Map<PublishedState, Integer> counts = new EnumMap<>(PublishedState.class);
        for (PublishedState state : values()) {
            counts.put(state, 0);
        }
        counts.remove(UNDER_REVIEW);
        rows.forEach(row -> counts.merge(of(row), 1, Integer::sum));
        return counts;
    }
}
