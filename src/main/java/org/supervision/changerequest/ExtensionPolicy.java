package org.supervision.changerequest;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.reporting.CycleDeadlines;
import org.supervision.reporting.CycleView;

/** How long an extension the office grants itself: up to ten working days in all; a longer one is the city leader's. */
@Component
class ExtensionPolicy {

    private static final int MOST_DAYS_BY_OFFICE = 10;

    private final ChangeRequestStore store;
    private final CycleDeadlines deadlines;
    private final WorkingDays workingDays;

    ExtensionPolicy(ChangeRequestStore store, CycleDeadlines deadlines, WorkingDays workingDays) {
        this.store = store;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
    }

    /** Days granted before count too: two short extensions are a long one. */
    boolean isForCityLeader(CycleView cycle, LocalDate newDueOn) {
        int granted = store.granted(ChangeKind.EXTENSION, cycle.keyTaskId(), cycle.id()).stream()
                .mapToInt(request -> workingDays.between(LocalDate.parse(request.before()), request.dateAsked()))
                .sum();
        return granted + deadlines.extensionDays(cycle.id(), newDueOn) > MOST_DAYS_BY_OFFICE;
    }
}
