package org.supervision.calendar;

import java.time.Instant;

/**
 * How a due instant stands now, for the chip beside it.
 *
 * @param workingDays left or over; OPEN with 0 is due today, OVERDUE with 0 has not been late for a whole working day
 */
public record Deadline(State state, int workingDays, Instant dueAt) {

    /** Whether it has passed. */
    public enum State {
        OPEN,
        OVERDUE
    }

    public boolean isOverdue() {
        return state == State.OVERDUE;
    }
}
