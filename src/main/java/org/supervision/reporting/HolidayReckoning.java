package org.supervision.reporting;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.supervision.calendar.HolidaysChanged;
import org.supervision.calendar.WorkingDays;

/** Reckons the dates of rounds and cycles anew when a holiday notice changes the working days. */
@Component
class HolidayReckoning {

    private final RoundRepository rounds;
    private final WorkingDays workingDays;
    private final CycleDeadlines deadlines;
    private final ApplicationEventPublisher events;

    HolidayReckoning(
            RoundRepository rounds,
            WorkingDays workingDays,
            CycleDeadlines deadlines,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.workingDays = workingDays;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** In the transaction of the change: no moment at which a deadline does not fit the calendar. */
    @EventListener
    void reckonAnew(HolidaysChanged event) {
        for (ReportingRound round : rounds.findByStateIn(List.of(RoundState.PLANNED, RoundState.OPEN))) {
            LocalDate due =
                    round.dueByRule ? round.terms.reportDueOn(workingDays, round.toQuarter()) : round.reportDueOn;
            LocalDate closing = round.closesByRule ? round.terms.closesOn(workingDays, due) : round.closesOn;
            LocalDate dueBefore = round.reportDueOn;
            LocalDate closingBefore = round.closesOn;
            if (round.reckonAnew(due, closing)) {
                rounds.save(round);
                events.publishEvent(new RoundEvent.RoundDatesMoved(
                        round.government, round.id, dueBefore, due, closingBefore, closing));
            }
            deadlines.reckonAnew(round);
        }
    }
}
