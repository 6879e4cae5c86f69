package org.supervision.dashboard.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;

/** Tells a reviewer, before the act, until when the unit would have to report again. */
@Component
class ReviewDeadlines {

    private final WorkingDays workingDays;
    private final Clock clock;

    ReviewDeadlines(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** A return never takes days that the unit still has. */
    Instant resubmission(CycleStory story) {
        Instant due = workingDays.dueInstant(
                workingDays.plus(LocalDate.now(clock), story.round().resubmissionDays()));
        Instant reportDueAt = story.cycle().reportDueAt();
        return due.isAfter(reportDueAt) ? due : reportDueAt;
    }
}
