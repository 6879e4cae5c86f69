package org.supervision.changerequest;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.reporting.CycleDeadlines;
import org.supervision.reporting.CycleView;

/** How long an extension the office grants itself: up to ten working days in all as a rule; a longer one is the city leader's. */
@Component
public class ExtensionPolicy {

    /** Offered while nobody has named a date. */
    private static final int USUAL_DAYS = 5;

    private final ChangeRequestStore store;
    private final CycleDeadlines deadlines;
    private final GovernmentRules rules;
    private final WorkingDays workingDays;
    private final Clock clock;

    ExtensionPolicy(
            ChangeRequestStore store,
            CycleDeadlines deadlines,
            GovernmentRules rules,
            WorkingDays workingDays,
            Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * What an extension would mean.
     *
     * @param workingDays by which the report is due later
     * @param officeDays up to which the office decides alone
     */
    public record Outlook(
            LocalDate before, LocalDate after, int workingDays, int officeDays, boolean cityLeaderAsked) {}

    /**
     * Whether a later date may still be asked for: until the report is due, and beyond that if the unit had asked in time
     * and the date it had asked for passed before anybody decided.
     */
    public boolean isOpen(CycleView cycle) {
        return clock.instant().isBefore(cycle.reportDueAt()) || askedInTime(cycle);
    }

    private boolean askedInTime(CycleView cycle) {
        return store.ended(ChangeKind.EXTENSION, cycle.keyTaskId(), cycle.id()).stream()
                .filter(request -> request.state() == ChangeState.REFUSED || request.state() == ChangeState.WITHDRAWN)
                .filter(request -> dueOn(cycle).toString().equals(request.before()))
                .anyMatch(request -> !request.endedAt().isBefore(workingDays.dueInstant(request.dateAsked())));
    }

    void check(CycleView cycle, LocalDate newDueOn) {
        deadlines.checkExtension(cycle.id(), newDueOn, askedInTime(cycle));
    }

    /** The usual date, or the last the round allows. */
    public LocalDate usualDate(CycleView cycle, LocalDate roundClosesOn) {
        LocalDate today = LocalDate.now(clock);
        LocalDate usual = workingDays.plus(dueOn(cycle).isAfter(today) ? dueOn(cycle) : today, USUAL_DAYS);
        LocalDate last = workingDays.isWorkingDay(roundClosesOn) ? roundClosesOn : workingDays.minus(roundClosesOn, 1);
        return usual.isBefore(last) ? usual : last;
    }

    /** @throws org.supervision.shared.DomainException if that date may not be asked for */
    public Outlook outlook(CycleView cycle, LocalDate newDueOn) {
        check(cycle, newDueOn);
        return new Outlook(
                dueOn(cycle),
                newDueOn,
                deadlines.extensionDays(cycle.id(), newDueOn),
                officeDays(cycle),
                isForCityLeader(cycle, newDueOn));
    }

    /** Days granted before count too: two short extensions are a long one. */
    boolean isForCityLeader(CycleView cycle, LocalDate newDueOn) {
        int granted = store.granted(ChangeKind.EXTENSION, cycle.keyTaskId(), cycle.id()).stream()
                .mapToInt(request -> workingDays.between(LocalDate.parse(request.before()), request.dateAsked()))
                .sum();
        return granted + deadlines.extensionDays(cycle.id(), newDueOn) > officeDays(cycle);
    }

    private int officeDays(CycleView cycle) {
        return rules.today(deadlines.government(cycle.id()), GovernmentRule.EXTENSION_BY_OFFICE);
    }

    private static LocalDate dueOn(CycleView cycle) {
        return LocalDate.ofInstant(cycle.reportDueAt(), WorkingDays.ZONE);
    }
}
