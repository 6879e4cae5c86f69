package org.supervision.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.GovernmentRules;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.LatestReports.ReportWords;
import org.supervision.reporting.PastReports.PastReport;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Quarter;

/** Brings rounds into being: arranged by the office, or recorded from a published result table. */
@Service
public class RoundPlanning {

    private final RoundRepository rounds;
    private final CycleRepository cycles;
    private final PastReports reports;
    private final LatestReports latest;
    private final KeyTasks keyTasks;
    private final GovernmentRules rules;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RoundPlanning(
            RoundRepository rounds,
            CycleRepository cycles,
            PastReports reports,
            LatestReports latest,
            KeyTasks keyTasks,
            GovernmentRules rules,
            WorkingDays workingDays,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.cycles = cycles;
        this.reports = reports;
        this.latest = latest;
        this.keyTasks = keyTasks;
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    /** What the rules say about the round of a quarter while the office arranges nothing else. */
    public PlannedRound defaults(String government, Quarter quarter) {
        RoundTerms terms = terms(government);
        LocalDate dueOn = terms.reportDueOn(workingDays, quarter);
        return new PlannedRound(
                quarter,
                workingDays.plus(quarter.lastDay(), 1),
                dueOn,
                terms.closesOn(workingDays, dueOn),
                terms.unitReviewDays(),
                terms.officeReviewDays(),
                terms.resubmissionDays());
    }

    /** When a round closes whose reports are due on that day. */
    public LocalDate closesOn(String government, LocalDate dueOn) {
        return terms(government).closesOn(workingDays, dueOn);
    }

    /** When partner units' parts are due for a report that is due on that day. */
    public LocalDate partsDueOn(String government, LocalDate dueOn) {
        return terms(government).partsDueOn(workingDays, dueOn);
    }

    private RoundTerms terms(String government) {
        return RoundTerms.today(rules, government);
    }

    /**
     * Arranges a round; its process opens it on its date or by hand.
     *
     * @return the round's id, {@code wuhu-2024-q1}
     */
    @Transactional
    public String plan(String government, PlannedRound planned) {
        Quarter quarter = planned.quarter();
        String id = ReportingRound.idOf(government, quarter);
        if (rounds.existsById(id)) {
            throw new DomainException(Kind.CONFLICT, "reporting.round.exists", id);
        }
        RoundTerms terms = terms(government);
        LocalDate dueByRule = terms.reportDueOn(workingDays, quarter);
        LocalDate dueOn = Objects.requireNonNullElse(planned.reportDueOn(), dueByRule);
        LocalDate closingByRule = terms.closesOn(workingDays, dueOn);
        LocalDate closesOn = Objects.requireNonNullElse(planned.closesOn(), closingByRule);
        checkDueOn(planned.opensOn(), dueOn);
        require(() -> !closesOn.isBefore(dueOn), "closesOn", "reporting.round.closing-before-due");
        rounds.save(new ReportingRound(
                id,
                government,
                quarter.year(),
                quarter.number(),
                RoundOrigin.LIVE,
                planned.opensOn(),
                dueOn,
                closesOn,
                dueOn.equals(dueByRule),
                closesOn.equals(closingByRule),
                terms.with(
                        days(planned.unitReviewDays(), terms.unitReviewDays(), "unitReviewDays"),
                        days(planned.officeReviewDays(), terms.officeReviewDays(), "officeReviewDays"),
                        days(planned.resubmissionDays(), terms.resubmissionDays(), "resubmissionDays"))));
        events.publishEvent(new RoundEvent.RoundPlanned(government, id));
        return id;
    }

    /** @throws DomainException if reports of a round that opens on the one day cannot be due on the other */
    public void checkDueOn(LocalDate opensOn, LocalDate dueOn) {
        require(
                () -> !dueOn.isBefore(opensOn),
                "reportDueOn",
                "reporting.round.due-before-opening",
                dueOn.toString(),
                opensOn.toString());
        require(() -> workingDays.isWorkingDay(dueOn), "reportDueOn", "reporting.round.due-no-working-day");
        require(() -> isAhead(dueOn), "reportDueOn", "reporting.round.due-in-the-past", dueOn.toString());
    }

    /** The first of the quarter and those after it whose reports can still be due. */
    public Quarter firstAhead(String government, Quarter quarter) {
        RoundTerms terms = terms(government);
        Quarter ahead = quarter;
        while (!isAhead(terms.reportDueOn(workingDays, ahead))) {
            ahead = ahead.next();
        }
        return ahead;
    }

    private boolean isAhead(LocalDate dueOn) {
        return workingDays.dueInstant(dueOn).isAfter(clock.instant());
    }

    /**
     * Records a published result table as a past round: closed, approved reports with source IMPORT, no process
     * instances. Recording the same again changes nothing; a changed text becomes the next version.
     *
     * @throws DomainException {@code round-exists} if that quarter was run here
     */
    @Transactional
    public void recordPast(String government, Quarter quarter, List<PastResult> results) {
        ReportingRound round = rounds.findById(ReportingRound.idOf(government, quarter))
                .orElseGet(() -> rounds.save(pastRound(government, quarter)));
        if (round.origin != RoundOrigin.IMPORT) {
            throw new DomainException(Kind.CONFLICT, "reporting.round.round-exists", round.id);
        }
        int recorded = new PastRecording(round, keyTasks.of(government, quarter.year())).record(results);
        if (recorded > 0) {
            events.publishEvent(new RoundEvent.PastRoundRecorded(government, round.id, recorded));
        }
    }

    /** Puts the result table of a past round before the chief for signature; asking again changes nothing. */
    @Transactional
    public void requestSignature(String roundId) {
        ReportingRound round = rounds.findById(roundId).orElseThrow(() -> DomainException.notFound(roundId));
        if (round.requestSignature(clock.instant())) {
            rounds.save(round);
            events.publishEvent(new RoundEvent.SignatureRequested(round.government, roundId));
        }
    }

    /** Lays results over the cycles of a past round, with a few statements however many they are. */
    private final class PastRecording {

        private final ReportingRound round;
        private final Map<String, KeyTask> tasks;
        private final Map<String, ReportingCycle> known;
        private final Map<String, ReportWords> said;
        private final List<ReportingCycle> changed = new ArrayList<>();
        private final List<PastReport> imported = new ArrayList<>();

        private PastRecording(ReportingRound round, List<KeyTask> keyTasks) {
            this.round = round;
            tasks = keyTasks.stream().collect(Collectors.toMap(KeyTask::id, Function.identity()));
            known = cycles.findByRoundIdOrderByNumber(round.id).stream()
                    .collect(Collectors.toMap(cycle -> cycle.id, Function.identity()));
            said = latest.words(known.keySet());
        }

        private int record(List<PastResult> results) {
            results.forEach(this::record);
            cycles.saveAll(changed);
            reports.add(imported, clock.instant());
            return changed.size();
        }

        private void record(PastResult result) {
            KeyTask keyTask = Optional.ofNullable(tasks.get(result.keyTaskId()))
                    .orElseThrow(() -> DomainException.notFound(result.keyTaskId()));
            String id = ReportingCycle.idOf(round.id, keyTask.number());
            ReportingCycle cycle = Optional.ofNullable(known.get(id)).orElseGet(() -> newCycle(round, keyTask));
            boolean unitsChanged = cycle.recordPastUnits(keyTask.leadUnit(), result.supportingUnits());
            ReportWords words =
                    new ReportWords(String.join("\n", result.progress()), result.problems(), result.nextSteps());
            boolean approved = result.outcome() == CycleOutcome.APPROVED;
            CycleOutcome outcome =
                    result.outcome() == CycleOutcome.UNDER_REVIEW ? CycleOutcome.NOT_APPROVED : result.outcome();
            boolean same = cycle.outcome == outcome
                    && (!approved || cycle.officeVerdict == result.verdict() && words.equals(said.get(id)));
            if (!same && approved) {
                cycle.recordPast(result.verdict(), clock.instant());
                imported.add(new PastReport(id, cycle.reportVersion, result.verdict(), words));
            } else if (!same) {
                cycle.recordPastUnapproved(outcome, clock.instant());
            }
            if (!same || unitsChanged) {
                changed.add(cycle);
            }
        }
    }

    /** A cycle that is not saved yet, with the deadlines its round gives it. */
    ReportingCycle newCycle(ReportingRound round, KeyTask keyTask) {
        return new ReportingCycle(
                ReportingCycle.idOf(round.id, keyTask.number()),
                round.id,
                keyTask.id(),
                round.government,
                keyTask.number(),
                keyTask.leadUnit(),
                workingDays.dueInstant(round.terms.partsDueOn(workingDays, round.reportDueOn)),
                workingDays.dueInstant(round.reportDueOn));
    }

    private ReportingRound pastRound(String government, Quarter quarter) {
        RoundTerms terms = terms(government);
        LocalDate dueOn = terms.reportDueOn(workingDays, quarter);
        ReportingRound round = new ReportingRound(
                ReportingRound.idOf(government, quarter),
                government,
                quarter.year(),
                quarter.number(),
                RoundOrigin.IMPORT,
                quarter.lastDay().plusDays(1),
                dueOn,
                terms.closesOn(workingDays, dueOn),
                true,
                true,
                terms);
        Instant now = clock.instant();
        round.openedAt = now;
        round.closedAt = now;
        return round;
    }

    private static int days(@Nullable Integer given, int normal, String field) {
        int days = Objects.requireNonNullElse(given, normal);
        require(() -> days >= 1 && days <= 30, field, "reporting.round.days-out-of-range");
        return days;
    }

    private static void require(BooleanSupplier rule, String field, String code, Object... arguments) {
        if (!rule.getAsBoolean()) {
            throw DomainException.invalidField(field, code, arguments);
        }
    }
}
