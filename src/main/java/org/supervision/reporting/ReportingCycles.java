package org.supervision.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GroupPath;
import org.supervision.reporting.LatestReports.ReportWords;
import org.supervision.shared.DomainException;
import org.supervision.shared.Lamp;
import org.supervision.workflow.EntrySource;

/** Moves quarterly cycles and keeps their reports and reviews; called only by the process {@code quarterly-cycle}. */
@Service
@Transactional
public class ReportingCycles {

    private final CycleRepository cycles;
    private final RoundRepository rounds;
    private final CycleReports reports;
    private final LatestReports latest;
    private final Readings readings;
    private final ReportChecks checks;
    private final EvidenceRecords evidence;
    private final ActUndoing undoing;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReportingCycles(
            CycleRepository cycles,
            RoundRepository rounds,
            CycleReports reports,
            LatestReports latest,
            Readings readings,
            ReportChecks checks,
            EvidenceRecords evidence,
            ActUndoing undoing,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cycles = cycles;
        this.rounds = rounds;
        this.reports = reports;
        this.latest = latest;
        this.readings = readings;
        this.checks = checks;
        this.evidence = evidence;
        this.undoing = undoing;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** The cycles of a round whose process has not begun; nobody else begins one until the transaction ends. */
    public List<String> notBegun(String roundId) {
        rounds.hold(roundId);
        return cycles.findByRoundIdOrderByNumber(roundId).stream()
                .filter(cycle -> cycle.state == CycleState.OPEN)
                .map(cycle -> cycle.id)
                .toList();
    }

    @Transactional(readOnly = true)
    public String government(String cycleId) {
        return get(cycleId).government;
    }

    @Transactional(readOnly = true)
    public String round(String cycleId) {
        return get(cycleId).roundId;
    }

    @Transactional(readOnly = true)
    public GroupPath leadLiaisons(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        return GroupPath.liaison(cycle.government, cycle.leadUnit);
    }

    @Transactional(readOnly = true)
    public GroupPath unitLeaders(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        return GroupPath.unitLeader(cycle.government, cycle.leadUnit);
    }

    /** Unit codes of the partners whose parts are not in, in the order of the key task. */
    @Transactional(readOnly = true)
    public List<String> partners(String cycleId) {
        return reports.missingParts(cycleId);
    }

    /** Whether parts may still come in: one is missing, and no report stands that was submitted without it. */
    @Transactional(readOnly = true)
    public boolean awaitsParts(String cycleId) {
        return get(cycleId).takesParts() && !partners(cycleId).isEmpty();
    }

    @Transactional(readOnly = true)
    public boolean isDrafting(String cycleId) {
        return get(cycleId).state == CycleState.DRAFTING;
    }

    @Transactional(readOnly = true)
    public Instant partsDueAt(String cycleId) {
        return get(cycleId).partsDueAt;
    }

    @Transactional(readOnly = true)
    public Instant reportDueAt(String cycleId) {
        return get(cycleId).reportDueAt;
    }

    @Transactional(readOnly = true)
    public @Nullable Instant unitReviewDueAt(String cycleId) {
        return get(cycleId).unitReviewDueAt;
    }

    @Transactional(readOnly = true)
    public @Nullable Instant officeReviewDueAt(String cycleId) {
        return get(cycleId).officeReviewDueAt;
    }

    /** Partners are asked for their parts before the lead drafts. */
    public void begin(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        cycle.begin(!partners(cycleId).isEmpty());
        cycles.save(cycle);
    }

    public void beginDrafting(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        if (cycle.beginDrafting()) {
            cycles.save(cycle);
        }
    }

    public void submitPart(String cycleId, String unit, PartContent part) {
        ReportingCycle cycle = get(cycleId);
        cycle.takePart();
        reports.submitPart(cycleId, unit, part, currentUsers.required(), clock.instant());
        readings.keepPart(cycleId, unit, part.subItemValues());
        events.publishEvent(new CycleEvent.PartSubmitted(cycle.government, cycleId, unit, part.progress()));
    }

    /**
     * @param answers to what the checks doubt, by the code of the doubt; one without a code answers all
     * @param enteredFrom from where the office has it if it enters the report on behalf of the unit
     */
    public void submitReport(
            String cycleId, ReportContent content, Map<String, String> answers, @Nullable EntrySource enteredFrom) {
        List<IndicatorReading> measured = readings.of(cycleId, content.indicatorValues(), content.subItemValues());
        ReportingCycle cycle = get(cycleId);
        String before = latest.words(List.of(cycleId))
                .getOrDefault(cycleId, ReportWords.NONE)
                .progress();
        ReportTerms terms = cycle.terms();
        Instant now = clock.instant();
        int version =
                cycle.submitReport(today(), inWorkingDays(round(cycle).terms.unitReviewDays()));
        cycles.save(cycle);
        reports.add(
                cycleId,
                version,
                content,
                lamp(measured),
                cycle.reportDueAt,
                enteredFrom,
                currentUsers.required(),
                now);
        readings.keep(cycleId, version, measured);
        checks.keep(cycleId, version, content, measured, answers);
        evidence.bind(cycleId, version, currentUsers.required());
        events.publishEvent(new CycleEvent.ReportSubmitted(
                cycle.government, cycleId, version, content.verdict(), before, content.progress()));
        undoing.remember(cycleId, ActKind.SUBMIT, currentUsers.required().username(), now, terms);
        if (enteredFrom != null) {
            events.publishEvent(new CycleEvent.ReportEnteredOnBehalf(
                    cycle.government, cycleId, version, cycle.leadUnit, enteredFrom));
        }
    }

    private static Lamp lamp(List<IndicatorReading> measured) {
        return Lamp.worst(measured.stream().map(IndicatorReading::lamp).toList());
    }

    /** @return whether the unit leader approved */
    public boolean reviewByUnit(String cycleId, ReviewDecision decision, @Nullable String comment) {
        ReportingCycle cycle = get(cycleId);
        ReportTerms terms = cycle.terms();
        Instant now = clock.instant();
        if (decision == ReviewDecision.APPROVE) {
            requireOtherEyes(cycle);
            cycle.approveByUnit(today(), inWorkingDays(round(cycle).terms.officeReviewDays()));
        } else {
            requireReturnComment(comment);
            returnForRevision(cycle, CycleState.UNIT_REVIEW);
        }
        record(cycle, new Review(ReviewStep.UNIT, decision, null, comment, null));
        undoing.remember(
                cycleId,
                decision == ReviewDecision.APPROVE ? ActKind.APPROVE_BY_UNIT : ActKind.RETURN_BY_UNIT,
                currentUsers.required().username(),
                now,
                terms);
        return decision == ReviewDecision.APPROVE;
    }

    /**
     * @param reason required on return
     * @param verdict the office's verdict, required on approval
     * @return whether the office approved
     */
    public boolean reviewByOffice(
            String cycleId,
            ReviewDecision decision,
            @Nullable ReturnReason reason,
            @Nullable String comment,
            @Nullable Verdict verdict) {
        ReportingCycle cycle = get(cycleId);
        ReportTerms terms = cycle.terms();
        Instant now = clock.instant();
        if (decision == ReviewDecision.APPROVE) {
            if (verdict == null) {
                throw DomainException.invalidField("verdict", "reporting.review.verdict-required");
            }
            requireOtherEyes(cycle);
            cycle.approveByOffice(verdict, now);
            record(cycle, new Review(ReviewStep.OFFICE, decision, null, comment, verdict));
            undoing.forget(cycleId);
        } else {
            if (reason == null) {
                throw DomainException.invalidField("reasonCode", "reporting.review.reason-required");
            }
            requireReturnComment(comment);
            returnForRevision(cycle, CycleState.OFFICE_REVIEW);
            record(cycle, new Review(ReviewStep.OFFICE, decision, reason, comment, null));
            undoing.remember(
                    cycleId, ActKind.RETURN_BY_OFFICE, currentUsers.required().username(), now, terms);
        }
        return decision == ReviewDecision.APPROVE;
    }

    /** The due instant of a step came; nothing happens if the step was done or its deadline moved meanwhile. */
    public void markOverdue(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        CycleStep late = cycle.lateStep(clock.instant());
        if (late != null) {
            overdue(cycle, late, null);
        }
    }

    /**
     * The time for the partners' parts is over; each that is missing is late on its own, and may still come in. Nothing
     * happens if their deadline moved meanwhile.
     */
    public void markPartsLate(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        if (!cycle.partsDueAt.isAfter(clock.instant())) {
            partners(cycleId).forEach(unit -> overdue(cycle, CycleStep.PART, unit));
        }
    }

    private void overdue(ReportingCycle cycle, CycleStep step, @Nullable String unit) {
        int episode = cycle.markOverdue();
        cycles.save(cycle);
        events.publishEvent(new CycleEvent.CycleOverdue(cycle.government, cycle.id, step, unit, episode));
    }

    private void returnForRevision(ReportingCycle cycle, CycleState step) {
        int days = round(cycle).terms.resubmissionDays();
        cycle.returnForRevision(step, today(), days, inWorkingDays(days));
    }

    private void record(ReportingCycle cycle, Review review) {
        cycles.save(cycle);
        reports.addReview(cycle.id, cycle.reportVersion, review, currentUsers.required(), clock.instant());
        events.publishEvent(new CycleEvent.ReportReviewed(
                cycle.government,
                cycle.id,
                cycle.reportVersion,
                review.step(),
                review.decision(),
                review.reason(),
                cycle.state));
    }

    /** Who submitted for the unit may have got a post since in which this waits: giving back is all they may do. */
    private void requireOtherEyes(ReportingCycle cycle) {
        if (reports.isSubmittedForUnitBy(cycle.id, cycle.reportVersion, currentUsers.required())) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.review.own-report");
        }
    }

    private static void requireReturnComment(@Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            throw DomainException.invalidField("comment", "reporting.review.comment-required");
        }
    }

    private Instant inWorkingDays(int days) {
        return workingDays.dueInstant(workingDays.plus(today(), days));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ReportingRound round(ReportingCycle cycle) {
        return rounds.findById(cycle.roundId).orElseThrow();
    }

    private ReportingCycle get(String cycleId) {
        return cycles.findById(cycleId).orElseThrow(() -> DomainException.notFound(cycleId));
    }
}
