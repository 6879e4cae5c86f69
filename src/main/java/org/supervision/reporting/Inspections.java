package org.supervision.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.EvidenceRecords.Place;
import org.supervision.reporting.InspectionStore.Inspection;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * Inspections on the spot (实地督查): planned and cancelled by the office, recorded and decided by the process {@code
 * inspection}. A finding that contradicts an approved report goes to the chief, who alone may have it reported again.
 */
@Service
@Transactional
public class Inspections {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_DECISION = 2_000;

    private final InspectionStore store;
    private final KeyTasks keyTasks;
    private final CycleRepository cycles;
    private final RoundRepository rounds;
    private final EvidenceRecords photographs;
    private final CycleReopening reopening;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Inspections(
            InspectionStore store,
            KeyTasks keyTasks,
            CycleRepository cycles,
            RoundRepository rounds,
            EvidenceRecords photographs,
            CycleReopening reopening,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.keyTasks = keyTasks;
        this.cycles = cycles;
        this.rounds = rounds;
        this.photographs = photographs;
        this.reopening = reopening;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The office plans to see a key task for itself.
     *
     * @param cycleId whose report is looked at; {@code null} where there is none
     * @param plannedOn today or within a year
     * @return the inspection's id
     */
    public String plan(
            String keyTaskId, @Nullable String cycleId, @Nullable String place, @Nullable LocalDate plannedOn) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        KeyTask keyTask = keyTasks.get(keyTaskId);
        if (!keyTask.government().equals(user.government())) {
            throw DomainException.notFound(keyTaskId);
        }
        if (cycleId != null
                && cycles.findById(cycleId)
                        .filter(cycle -> cycle.keyTaskId.equals(keyTaskId))
                        .isEmpty()) {
            throw DomainException.invalidField("cycle", "reporting.inspection.error.cycle");
        }
        String where = place == null ? "" : place.strip();
        if (where.isEmpty() || where.length() > InspectionFinding.LONGEST_PLACE) {
            throw DomainException.invalidField(
                    "place", "reporting.inspection.error.place", InspectionFinding.LONGEST_PLACE);
        }
        LocalDate today = LocalDate.now(clock);
        if (plannedOn == null || plannedOn.isBefore(today) || plannedOn.isAfter(today.plusYears(1))) {
            throw DomainException.invalidField("plannedOn", "reporting.inspection.error.planned-on");
        }
        String id = store.insert(keyTask.government(), keyTaskId, cycleId, where, plannedOn, user, clock.instant());
        events.publishEvent(
                new InspectionEvent.InspectionPlanned(keyTask.government(), id, keyTaskId, cycleId, where, plannedOn));
        return id;
    }

    /** The office does not carry it out after all. */
    public void cancel(String inspectionId, @Nullable String reason) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        Inspection inspection = store.lock(inspectionId);
        if (!inspection.government().equals(user.government())) {
            throw DomainException.notFound(inspectionId);
        }
        require(inspection, InspectionState.PLANNED);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw DomainException.invalidField("reason", "reporting.inspection.error.reason", LONGEST_REASON);
        }
        store.cancel(inspectionId, why, user, clock.instant());
        events.publishEvent(new InspectionEvent.InspectionCancelled(inspection.government(), inspectionId, why));
    }

    @Transactional(readOnly = true)
    public String government(String inspectionId) {
        return store.get(inspectionId).government();
    }

    /** Until when it should have been carried out; nothing ends it then. */
    @Transactional(readOnly = true)
    public Instant findingDueAt(String inspectionId) {
        return workingDays.dueInstant(store.get(inspectionId).plannedOn());
    }

    /**
     * An officer was there.
     *
     * @return whether it contradicts an approved report, so that the chief decides
     */
    public boolean record(String inspectionId, InspectionFinding finding) {
        Inspection inspection = store.lock(inspectionId);
        require(inspection, InspectionState.PLANNED);
        ReportingCycle cycle = inspection.cycleId() == null
                ? null
                : cycles.findById(inspection.cycleId()).orElseThrow();
        ReportingRound round =
                cycle == null ? null : rounds.findById(cycle.roundId).orElseThrow();
        boolean reported = cycle != null && cycle.reportVersion > cycle.undoneVersions;
        finding.check(
                round == null
                        ? LocalDate.of(keyTasks.get(inspection.keyTaskId()).year(), 1, 1)
                        : round.toQuarter().firstDay(),
                LocalDate.now(clock),
                reported,
                photographs.drafted(Place.ofInspection(inspectionId)).size());
        boolean contradictsApproved = round != null
                && finding.agreement().isContradicting()
                && cycle.outcome == CycleOutcome.APPROVED
                && round.origin == RoundOrigin.LIVE;
        store.record(
                inspectionId,
                finding,
                reported ? cycle.reportVersion : null,
                contradictsApproved,
                currentUsers.required(),
                clock.instant());
        events.publishEvent(new InspectionEvent.FindingRecorded(
                inspection.government(), inspectionId, inspection.cycleId(), finding, contradictsApproved));
        return contradictsApproved;
    }

    /**
     * The chief decides what follows from a finding that contradicts an approved report.
     *
     * @return whether the lead unit reports again
     */
    public boolean decide(String inspectionId, InspectionDecision decision, String reason) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        Inspection inspection = store.lock(inspectionId);
        require(inspection, InspectionState.DECIDING);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_DECISION) {
            throw DomainException.invalidField("reason", "reporting.inspection.error.reason", LONGEST_DECISION);
        }
        String cycleId = String.valueOf(inspection.cycleId());
        if (decision == InspectionDecision.REOPEN) {
            ReportingCycle cycle = cycles.findById(cycleId).orElseThrow();
            // What was found contradicts that version, not one that was reported since.
            if (cycle.outcome != CycleOutcome.APPROVED
                    || !Integer.valueOf(cycle.reportVersion).equals(inspection.reportVersion())) {
                throw DomainException.invalidField("decision", "reporting.inspection.error.reopened-before");
            }
            reopening.reopenContradicted(cycleId, why, chief);
        }
        store.decide(inspectionId, decision, why, chief, clock.instant());
        events.publishEvent(
                new InspectionEvent.FindingDecided(inspection.government(), inspectionId, cycleId, decision, why));
        return decision == InspectionDecision.REOPEN;
    }

    private static void require(Inspection inspection, InspectionState expected) {
        if (inspection.state() != expected) {
            throw new DomainException(Kind.CONFLICT, "reporting.inspection.error.not-" + expected);
        }
    }
}
