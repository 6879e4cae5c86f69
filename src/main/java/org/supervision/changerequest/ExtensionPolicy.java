package org.supervision.changerequest;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.reporting.CycleDeadlines;
import org.supervision.reporting.CycleView;

/** How long an extension the office grants itself: up to ten working days in all; a longer one is the city leader's. */
@Component
public class ExtensionPolicy {

    private static final int MOST_DAYS_BY_OFFICE = 10;

    /** Offered while nobody has named a date. */
    private static final int USUAL_DAYS = 5;

    private final ChangeRequestStore store;
    private final CycleDeadlines deadlines;
    private final WorkingDays workingDays;

    ExtensionPolicy(ChangeRequestStore store, CycleDeadlines deadlines, WorkingDays workingDays) {
        this.store = store;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
    }

    /**
     * What an extension would mean.
     *
     * @param workingDays by which the report is due later
     */
    public record Outlook(LocalDate before, LocalDate after, int workingDays, boolean cityLeaderAsked) {}

    /** The usual date, or the last the round allows. */
    public LocalDate usualDate(CycleView cycle, LocalDate roundClosesOn) {
        LocalDate usual = workingDays.plus(dueOn(cycle), USUAL_DAYS);
        LocalDate last = workingDays.isWorkingDay(roundClosesOn) ? roundClosesOn : workingDays.minus(roundClosesOn, 1);
        return usual.isBefore(last) ? usual : last;
    }

    /** @throws org.supervision.shared.DomainException if that date may not be asked for */
    public Outlook outlook(CycleView cycle, LocalDate newDueOn) {
        deadlines.checkExtension(cycle.id(), newDueOn);
        return new Outlook(
                dueOn(cycle),
                newDueOn,
                deadlines.extensionDays(cycle.id(), newDueOn),
                isForCityLeader(cycle, newDueOn));
    }

    /** Days granted before count too: two short extensions are a long one. */
    boolean isForCityLeader(CycleView cycle, LocalDate newDueOn) {
        int granted = store.granted(ChangeKind.EXTENSION, cycle.keyTaskId(), cycle.id()).stream()
                .mapToInt(request -> workingDays.between(LocalDate.parse(request.before()), request.dateAsked()))
                .sum();
        return granted + deadlines.extensionDays(cycle.id(), newDueOn) > MOST_DAYS_BY_OFFICE;
    }

    private static LocalDate dueOn(CycleView cycle) {
        return LocalDate.ofInstant(cycle.reportDueAt(), WorkingDays.ZONE);
    }
}
