package org.supervision.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;

/** Moves quarterly cycles and keeps their reports and reviews; called only by the process {@code quarterly-cycle}. */
@Service
@Transactional
public class ReportingCycles {

    private final CycleRepository cycles;
    private final RoundRepository rounds;
    private final CycleReports reports;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReportingCycles(
            CycleRepository cycles,
            RoundRepository rounds,
            CycleReports reports,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cycles = cycles;
        this.rounds = rounds;
        this.reports = reports;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** The cycles of a round whose process has not begun. */
    @Transactional(readOnly = true)
    public List<String> notBegun(String roundId) {
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
    public GroupPath leadLiaisons(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        return GroupPath.liaison(cycle.government, cycle.leadUnit);
    }

    @Transactional(readOnly = true)
    public GroupPath unitLeaders(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        return GroupPath.unitLeader(cycle.government, cycle.leadUnit);
    }

    /** Unit codes of the partners that are asked for a part, in the order of the key task. */
    @Transactional(readOnly = true)
    public List<String> partners(String cycleId) {
        return reports.parts(cycleId).stream().map(PartnerPart::unit).toList();
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

    /** @return whether partners are asked for their parts before the lead drafts */
    public boolean begin(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        boolean partnersAsked = !reports.parts(cycleId).isEmpty();
        cycle.begin(partnersAsked);
        cycles.save(cycle);
        return partnersAsked;
    }

    public void beginDrafting(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        if (cycle.beginDrafting()) {
            cycles.save(cycle);
        }
    }

    public void submitPart(String cycleId, String unit, String progress, @Nullable String problems) {
        ReportingCycle cycle = get(cycleId);
        CurrentUser user = currentUsers.required();
        reports.submitPart(cycleId, unit, progress, problems, user, clock.instant());
        events.publishEvent(new CycleEvent.PartSubmitted(cycle.government, cycleId, unit, progress));
    }

    public void submitReport(String cycleId, ReportContent content) {
        if (!content.indicatorValues().isEmpty()) {
            throw DomainException.invalidField("indicatorValues", "reporting.report.unknown-indicator");
        }
        ReportingCycle cycle = get(cycleId);
        String before = reports.latestProgress(cycleId).orElse(null);
        int version = cycle.submitReport(inWorkingDays(round(cycle).unitReviewDays));
        cycles.save(cycle);
        reports.add(cycleId, version, content, currentUsers.required(), clock.instant());
        events.publishEvent(new CycleEvent.ReportSubmitted(
                cycle.government, cycleId, version, content.verdict(), before, content.progress()));
    }

    /** @return whether the unit leader approved */
    public boolean reviewByUnit(String cycleId, ReviewDecision decision, @Nullable String comment) {
        ReportingCycle cycle = get(cycleId);
        if (decision == ReviewDecision.APPROVE) {
            cycle.approveByUnit(inWorkingDays(round(cycle).officeReviewDays));
        } else {
            requireReturnComment(comment);
            cycle.returnForRevision(CycleState.UNIT_REVIEW, inWorkingDays(round(cycle).resubmissionDays));
        }
        record(cycle, new Review(ReviewStep.UNIT, decision, null, comment, null));
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
        if (decision == ReviewDecision.APPROVE) {
            if (verdict == null) {
                throw DomainException.invalidField("verdict", "reporting.review.verdict-required");
            }
            cycle.approveByOffice(verdict, clock.instant());
            record(cycle, new Review(ReviewStep.OFFICE, decision, null, comment, verdict));
        } else {
            if (reason == null) {
                throw DomainException.invalidField("reasonCode", "reporting.review.reason-required");
            }
            requireReturnComment(comment);
            cycle.returnForRevision(CycleState.OFFICE_REVIEW, inWorkingDays(round(cycle).resubmissionDays));
            record(cycle, new Review(ReviewStep.OFFICE, decision, reason, comment, null));
        }
        return decision == ReviewDecision.APPROVE;
    }

    /** The due instant came without a report. */
    public void markOverdue(String cycleId) {
        ReportingCycle cycle = get(cycleId);
        int episode = cycle.markOverdue();
        cycles.save(cycle);
        events.publishEvent(new CycleEvent.CycleOverdue(cycle.government, cycleId, episode));
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

    private static void requireReturnComment(@Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            throw DomainException.invalidField("comment", "reporting.review.comment-required");
        }
    }

    private Instant inWorkingDays(int days) {
        return workingDays.dueInstant(workingDays.plus(LocalDate.now(clock), days));
    }

    private ReportingRound round(ReportingCycle cycle) {
        return rounds.findById(cycle.roundId).orElseThrow();
    }

    private ReportingCycle get(String cycleId) {
        return cycles.findById(cycleId).orElseThrow(() -> DomainException.notFound(cycleId));
    }
}
