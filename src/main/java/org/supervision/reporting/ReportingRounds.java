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
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;

/** Opens, closes and publishes rounds; called only by the process {@code reporting-round}. */
@Service
@Transactional
public class ReportingRounds {

    private final RoundRepository rounds;
    private final CycleRepository cycles;
    private final CycleReports reports;
    private final Publications publications;
    private final SecrecyChecks secrecyChecks;
    private final RoundPlanning planning;
    private final KeyTasks keyTasks;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReportingRounds(
            RoundRepository rounds,
            CycleRepository cycles,
            CycleReports reports,
            Publications publications,
            SecrecyChecks secrecyChecks,
            RoundPlanning planning,
            KeyTasks keyTasks,
            WorkingDays workingDays,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.cycles = cycles;
        this.reports = reports;
        this.publications = publications;
        this.secrecyChecks = secrecyChecks;
        this.planning = planning;
        this.keyTasks = keyTasks;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    public String government(String roundId) {
        return get(roundId).government;
    }

    /** The beginning of the day on which the round opens by itself. */
    public Instant opensAt(String roundId) {
        return get(roundId).opensOn.atStartOfDay(clock.getZone()).toInstant();
    }

    /** 18:00 of the day on which the round closes by itself. */
    public Instant closesAt(String roundId) {
        return workingDays.dueInstant(get(roundId).closesOn);
    }

    /** Until the transaction ends, nobody else takes a step of the round; waits for who is taking one. */
    public void hold(String roundId) {
        rounds.hold(roundId);
    }

    /** Opens the round and creates a cycle for every key task that is due in its quarter. */
    public void open(String roundId) {
        ReportingRound round = get(roundId);
        round.open(clock.instant());
        rounds.save(round);
        List<KeyTask> due = keyTasks.dueIn(round.government, round.toQuarter());
        for (KeyTask keyTask : due) {
            ReportingCycle cycle = planning.newCycle(round, keyTask);
            if (keyTasks.suspendedOn(keyTask.id()).isPresent()) {
                cycle.suspend(LocalDate.now(clock));
            }
            cycles.save(cycle);
            reports.askParts(cycle.id, keyTask.supportingUnitCodes());
        }
        events.publishEvent(new RoundEvent.RoundOpened(round.government, roundId, due.size()));
    }

    /** Closes the round; what has no approved report by now ends as not reported or not approved. */
    public void close(String roundId) {
        ReportingRound round = get(roundId);
        Instant now = clock.instant();
        round.close(now);
        rounds.save(round);
        cycles.readByRoundIdOrderByNumber(roundId).stream()
                .filter(cycle -> !cycle.isClosed())
                .forEach(cycle -> {
                    cycle.closeUnapproved(now);
                    cycles.save(cycle);
                });
        events.publishEvent(new RoundEvent.RoundClosed(round.government, roundId));
    }

    /** Somebody of the office has looked through what would be published now. */
    public void checkSecrecy(String roundId, @Nullable String opinion) {
        ReportingRound round = get(roundId);
        String sha256 = publications.fingerprintToCheck(publications.draft(roundId));
        secrecyChecks.add(roundId, sha256, opinion);
        events.publishEvent(new RoundEvent.SecrecyChecked(round.government, roundId, sha256, opinion));
    }

    /** The chief wants something left out, or looked at again. */
    public void returnToCheck(String roundId, String comment) {
        events.publishEvent(new RoundEvent.PublicationReturned(get(roundId).government, roundId, comment));
    }

    /**
     * The chief's signature: the result table is kept as it is now and becomes public.
     *
     * @throws DomainException if it is not what was checked for secrets
     */
    public void publish(String roundId) {
        // A mark that is set meanwhile is either in what is signed, or sees that it was and asks for a correction.
        rounds.hold(roundId);
        ReportingRound round = get(roundId);
        long running = cycles.countByRoundIdAndStateNot(roundId, CycleState.CLOSED);
        if (running > 0) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.round.reopened", running);
        }
        Publications.Draft draft = publications.draft(roundId);
        if (secrecyChecks
                .latest(roundId)
                .filter(check -> !publications.isChangedSince(check, draft))
                .isEmpty()) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.round.changed-since-check");
        }
        round.publish(clock.instant());
        rounds.save(round);
        if (!publications.isOutdated(roundId)) {
            // What was to be corrected was taken back before the signature: a correction of nothing is none.
            return;
        }
        Publication publication = publications.sign(roundId, draft);
        events.publishEvent(
                new RoundEvent.RoundPublished(round.government, roundId, publication.number(), publication.sha256()));
    }

    private ReportingRound get(String roundId) {
        return rounds.findById(roundId).orElseThrow(() -> DomainException.notFound(roundId));
    }
}
