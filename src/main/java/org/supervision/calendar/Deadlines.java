package org.supervision.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the working days left or over, for pages ({@code @deadlines}) and for what is sorted by urgency. */
@Component("deadlines")
public class Deadlines {

    private final WorkingDays workingDays;
    private final Clock clock;

    Deadlines(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** {@code null} for what has no due instant. */
    public @Nullable Deadline of(@Nullable Instant dueAt) {
        if (dueAt == null) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate dueOn = LocalDate.ofInstant(dueAt, WorkingDays.ZONE);
        return dueAt.isBefore(clock.instant())
                ? new Deadline(Deadline.State.OVERDUE, workingDays.between(dueOn, today), dueAt)
                : new Deadline(Deadline.State.OPEN, workingDays.between(today, dueOn), dueAt);
    }

    /** Working days that have begun since then, this one included: how long somebody has had something. */
    public int daysSince(Instant since) {
        LocalDate from = LocalDate.ofInstant(since, WorkingDays.ZONE);
        return workingDays.between(from.minusDays(1), LocalDate.now(clock));
    }
}
