package org.supervision.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.UnitMerged;
import org.supervision.reporting.CycleEvent.DueDateMoved;
import org.supervision.reporting.CycleEvent.DueDateMoved.MoveCause;
import org.supervision.shared.DomainException;

/**
 * Moves what running cycles owe when it was agreed otherwise: a later date, a suspension, another lead unit. The engine's
 * timers follow the events in the same transaction.
 */
@Service
@Transactional
public class CycleDeadlines {

    private final CycleRepository cycles;
    private final RoundRepository rounds;
    private final CycleReports reports;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CycleDeadlines(
            CycleRepository cycles,
            RoundRepository rounds,
            CycleReports reports,
            WorkingDays workingDays,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cycles = cycles;
        this.rounds = rounds;
        this.reports = reports;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Whether a later date may be asked for now.
     *
     * @param askedInTime whether the unit has asked before the due instant already, for a date that passed undecided
     * @throws DomainException not before the due instant, not by the lead unit's draft any more, not a later working day,
     *     or later than the round
     */
    @Transactional(readOnly = true)
    public void checkExtension(String cycleId, LocalDate newDueOn, boolean askedInTime) {
        ReportingCycle cycle = get(cycleId);
        if (cycle.currentStep() != CycleStep.REPORT) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.extension.not-reporting", cycle.number);
        }
        if (!askedInTime && !clock.instant().isBefore(cycle.reportDueAt)) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.extension.too-late", cycle.number);
        }
        checkNewDate(cycle, newDueOn);
    }

    @Transactional(readOnly = true)
    public String government(String cycleId) {
        return get(cycleId).government;
    }

    /** Working days by which the date is later than the one that counts now. */
    @Transactional(readOnly = true)
    public int extensionDays(String cycleId, LocalDate newDueOn) {
        return workingDays.between(LocalDate.ofInstant(get(cycleId).reportDueAt, WorkingDays.ZONE), newDueOn);
    }

    /** Working days that a review takes in the round of the cycle. */
    @Transactional(readOnly = true)
    public int reviewDays(String cycleId, ReviewStep step) {
        RoundTerms terms = terms(get(cycleId));
        return step == ReviewStep.UNIT ? terms.unitReviewDays() : terms.officeReviewDays();
    }

    /**
     * The report is due on the later date, and before it the parts that may still come in; asked in time, it may be
     * granted after the old date has passed.
     *
     * @throws DomainException if the report is in, or the date is none
     */
    public void extend(String cycleId, LocalDate newDueOn) {
        ReportingCycle cycle = get(cycleId);
        if (cycle.currentStep() != CycleStep.REPORT) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.extension.not-reporting", cycle.number);
        }
        checkNewDate(cycle, newDueOn);
        Map<CycleStep, Instant> before = deadlines(cycle);
        cycle.dueBy(newDueOn, 0, workingDays.dueInstant(newDueOn));
        if (before.containsKey(CycleStep.PART)) {
            cycle.partsDueAt = workingDays.dueInstant(terms(cycle).partsDueOn(workingDays, newDueOn));
        }
        cycles.save(cycle);
        publishMoved(cycle, before, MoveCause.EXTENSION);
    }

    private void checkNewDate(ReportingCycle cycle, LocalDate newDueOn) {
        ReportingRound round = rounds.findById(cycle.roundId).orElseThrow();
        if (!workingDays.isWorkingDay(newDueOn)) {
            throw DomainException.invalidField("newDueOn", "reporting.extension.no-working-day", newDueOn);
        }
        if (!workingDays.dueInstant(newDueOn).isAfter(cycle.reportDueAt)) {
            throw DomainException.invalidField("newDueOn", "reporting.extension.not-later", newDueOn);
        }
        if (!workingDays.dueInstant(newDueOn).isAfter(clock.instant())) {
            throw DomainException.invalidField("newDueOn", "reporting.extension.past", newDueOn);
        }
        if (newDueOn.isAfter(round.closesOn)) {
            throw DomainException.invalidField("newDueOn", "reporting.extension.after-round", round.closesOn);
        }
    }

    /** Stops every running cycle of the key task; their deadlines stand still. */
    public void suspend(String keyTaskId) {
        LocalDate today = LocalDate.now(clock);
        for (ReportingCycle cycle : running(keyTaskId)) {
            CycleState before = cycle.state;
            cycle.suspend(today);
            cycles.save(cycle);
            events.publishEvent(new CycleEvent.CycleSuspended(cycle.government, cycle.id, before));
        }
    }

    /** Lets the suspended cycles of the key task go on, each deadline later by the working days that were lost. */
    public void resume(String keyTaskId) {
        LocalDate today = LocalDate.now(clock);
        for (ReportingCycle cycle : cycles.findByKeyTaskIdAndState(keyTaskId, CycleState.SUSPENDED)) {
            int lost = workingDays.between(cycle.suspendedOn, today);
            cycle.resume();
            Map<CycleStep, Instant> before = deadlines(cycle);
            cycle.partsDueAt = later(cycle.partsDueAt, lost);
            cycle.dueBy(dayOf(cycle.reportDueAt), lost, later(cycle.reportDueAt, lost));
            if (cycle.state == CycleState.UNIT_REVIEW) {
                cycle.unitReviewFrom = workingDays.plus(cycle.unitReviewFrom, lost);
                cycle.unitReviewDueAt = later(cycle.unitReviewDueAt, lost);
            } else if (cycle.state == CycleState.OFFICE_REVIEW) {
                cycle.officeReviewFrom = workingDays.plus(cycle.officeReviewFrom, lost);
                cycle.officeReviewDueAt = later(cycle.officeReviewDueAt, lost);
            }
            cycles.save(cycle);
            events.publishEvent(new CycleEvent.CycleResumed(cycle.government, cycle.id, cycle.state, lost));
            publishMoved(cycle, before, MoveCause.RESUMPTION);
        }
    }

    /** Another unit leads the key task: its running cycles change hands, with what waits in them. */
    public void changeLead(String keyTaskId, String unit) {
        cycles.findByKeyTaskIdAndStateNot(keyTaskId, CycleState.CLOSED).forEach(cycle -> changeLead(cycle, unit));
    }

    private void changeLead(ReportingCycle cycle, String unit) {
        String before = cycle.leadUnit;
        cycle.leadUnit = unit;
        cycles.save(cycle);
        events.publishEvent(new CycleEvent.LeadUnitChanged(cycle.government, cycle.id, before, unit));
        dropParts(cycle.government, unit, cycle.id);
    }

    /** What a unit has not handed in as a partner it owes no more once it leads, or has gone. */
    private void dropParts(String government, String unit, @Nullable String cycleId) {
        reports.dropMissingParts(unit, cycleId)
                .forEach(dropped -> events.publishEvent(new CycleEvent.PartDropped(government, dropped, unit)));
    }

    /** What runs for a merged unit runs for the one that has its duties: as lead and as partner. */
    @EventListener
    void follow(UnitMerged event) {
        cycles.findByLeadUnitAndStateNot(event.unit(), CycleState.CLOSED)
                .forEach(cycle -> changeLead(cycle, event.into()));
        reports.moveOpenParts(event.unit(), event.into())
                .forEach(cycleId -> events.publishEvent(
                        new CycleEvent.PartnerChanged(event.government(), cycleId, event.unit(), event.into())));
        dropParts(event.government(), event.unit(), null);
    }

    /** Reckons the deadlines of a round's running cycles anew; what has passed stays as it was. */
    void reckonAnew(ReportingRound round) {
        for (ReportingCycle cycle : cycles.findByRoundIdOrderByNumber(round.id)) {
            if (cycle.currentStep() == null) {
                continue;
            }
            Map<CycleStep, Instant> before = deadlines(cycle);
            LocalDate dueOn = cycle.reportDueFrom == null
                    ? round.reportDueOn
                    : workingDays.plus(cycle.reportDueFrom, cycle.reportDueDays);
            cycle.reportDueAt = unlessPassed(cycle.reportDueAt, dueOn);
            cycle.partsDueAt = unlessPassed(cycle.partsDueAt, round.terms.partsDueOn(workingDays, dueOn));
            if (cycle.state == CycleState.UNIT_REVIEW) {
                cycle.unitReviewDueAt = unlessPassed(
                        cycle.unitReviewDueAt, workingDays.plus(cycle.unitReviewFrom, round.terms.unitReviewDays()));
            } else if (cycle.state == CycleState.OFFICE_REVIEW) {
                cycle.officeReviewDueAt = unlessPassed(
                        cycle.officeReviewDueAt,
                        workingDays.plus(cycle.officeReviewFrom, round.terms.officeReviewDays()));
            }
            if (!before.equals(deadlines(cycle))) {
                cycles.save(cycle);
                publishMoved(cycle, before, MoveCause.HOLIDAY_NOTICE);
            }
        }
    }

    private Instant unlessPassed(Instant due, LocalDate reckoned) {
        return due.isAfter(clock.instant()) ? workingDays.dueInstant(reckoned) : due;
    }

    private List<ReportingCycle> running(String keyTaskId) {
        return cycles.findByKeyTaskIdAndStateNot(keyTaskId, CycleState.CLOSED).stream()
                .filter(cycle -> cycle.state != CycleState.SUSPENDED)
                .toList();
    }

    /** The deadlines that count now: the one of the current step, and the parts' while any is awaited. */
    private Map<CycleStep, Instant> deadlines(ReportingCycle cycle) {
        Map<CycleStep, Instant> deadlines = new EnumMap<>(CycleStep.class);
        CycleStep step = cycle.currentStep();
        if (step != null) {
            deadlines.put(step, cycle.dueAt(step));
        }
        if (cycle.state == CycleState.OPEN
                || cycle.takesParts() && !reports.missingParts(cycle.id).isEmpty()) {
            deadlines.put(CycleStep.PART, cycle.partsDueAt);
        }
        return deadlines;
    }

    private void publishMoved(ReportingCycle cycle, Map<CycleStep, Instant> before, MoveCause cause) {
        deadlines(cycle).forEach((step, after) -> {
            if (!after.equals(before.get(step))) {
                events.publishEvent(new DueDateMoved(cycle.government, cycle.id, step, before.get(step), after, cause));
            }
        });
    }

    private RoundTerms terms(ReportingCycle cycle) {
        return rounds.findById(cycle.roundId).orElseThrow().terms;
    }

    private Instant later(Instant due, int days) {
        return workingDays.dueInstant(workingDays.plus(dayOf(due), days));
    }

    private static LocalDate dayOf(Instant due) {
        return LocalDate.ofInstant(due, WorkingDays.ZONE);
    }

    private ReportingCycle get(String cycleId) {
        return cycles.findById(cycleId).orElseThrow(() -> DomainException.notFound(cycleId));
    }
}
