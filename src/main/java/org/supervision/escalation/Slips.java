package org.supervision.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.SlipStore.NewSlip;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleChase;
import org.supervision.reporting.CycleChase.ChasedCycle;
import org.supervision.reporting.CycleEvent.CycleOverdue;
import org.supervision.reporting.CycleStep;

/** What the ladder does about a late step; called only by the process {@code overdue-escalation}. */
@Service
@Transactional
public class Slips {

    private final SlipStore store;
    private final SlipEnding ending;
    private final Ladders ladders;
    private final CycleChase cycles;
    private final KeyTasks keyTasks;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Slips(
            SlipStore store,
            SlipEnding ending,
            Ladders ladders,
            CycleChase cycles,
            KeyTasks keyTasks,
            WorkingDays workingDays,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.ending = ending;
        this.ladders = ladders;
        this.cycles = cycles;
        this.keyTasks = keyTasks;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    /** The episode to count the rungs in: a step that is late again because an act was undone goes on with its own. */
    @Transactional(readOnly = true)
    public int episode(CycleOverdue event) {
        return store.episode(
                        event.cycleId(),
                        event.step(),
                        event.unit(),
                        cycles.get(event.cycleId(), event.step()).dueAt())
                .orElse(event.episode());
    }

    /** Whether the ladder has that rung for the step. */
    @Transactional(readOnly = true)
    public boolean applies(Chase chase, Rung rung) {
        return rule(cycle(chase), chase, rung).isPresent();
    }

    /** 00:05 of the rung's working day after the step was due. */
    @Transactional(readOnly = true)
    public Instant rungAt(Chase chase, Rung rung) {
        ChasedCycle cycle = cycle(chase);
        return rungAt(cycle, rule(cycle, chase, rung).orElseThrow());
    }

    @Transactional(readOnly = true)
    public String round(String cycleId) {
        return cycles.get(cycleId, CycleStep.REPORT).roundId();
    }

    /** Whether the ladder of what becomes late now may start on a higher rung. */
    @Transactional(readOnly = true)
    public boolean important(String cycleId) {
        return keyTasks.isImportant(cycles.get(cycleId, CycleStep.REPORT).keyTaskId());
    }

    /** When the ladder ends at the latest: 18:00 of the day its round closes. */
    @Transactional(readOnly = true)
    public Instant roundClosesAt(String cycleId) {
        return cycles.roundClosesAt(cycleId);
    }

    /** Issues the reminder of a rung under the next number. */
    public void issueReminder(Chase chase, Rung rung) {
        slip(chase, rung, SlipKind.REMINDER).ifPresent(slip -> {
            String id = store.insertIssued(slip, LocalDate.now(clock).getYear(), clock.instant());
            events.publishEvent(new SlipEvent.ReminderIssued(
                    slip.government(), id, chase.cycleId(), slip.daysLate(), slip.unit(), chase.step(), rung));
        });
    }

    /** Drafts the order of a rung; an officer signs it or not. */
    public void draftOrder(Chase chase, Rung rung) {
        slip(chase, rung, SlipKind.SUPERVISION_ORDER).ifPresent(slip -> {
            String id = store.insertDraft(slip, clock.instant());
            events.publishEvent(new SlipEvent.OrderDrafted(slip.government(), id, slip.unit(), slip.source()));
        });
    }

    /** Puts an interview before the city leaders; a person decides. */
    public void proposeInterview(Chase chase, Rung rung) {
        slip(chase, rung, SlipKind.INTERVIEW).ifPresent(slip -> {
            String id = store.insertDraft(slip, clock.instant());
            events.publishEvent(new SlipEvent.InterviewProposed(slip.government(), id, slip.unit(), slip.source()));
        });
    }

    /** Ends reminders and drafts about a step because their cause has ended; signed orders stay until answered. */
    public void end(String cycleId, CycleStep step, EndReason reason) {
        store.endingWith(cycleId, step.name()).forEach(slip -> ending.end(slip, reason));
    }

    /** Ends what chased a unit for its part. */
    public void endOfPart(String cycleId, String unit, EndReason reason) {
        store.endingWith(cycleId, CycleStep.PART.name()).stream()
                .filter(slip -> slip.unit().equals(unit))
                .forEach(slip -> ending.end(slip, reason));
    }

    /** Reopens what an act on the cycle had ended that is taken back. */
    public void reopen(String cycleId, Instant actedAt) {
        store.endedBy(cycleId, actedAt).forEach(ending::reopen);
    }

    /** Ends what a closed round leaves open; signed orders stay until answered, proposed interviews until decided. */
    public void endWithRound(String roundId) {
        store.endingWithRound(roundId).forEach(slip -> ending.end(slip, EndReason.ROUND_CLOSED));
    }

    /**
     * The slip of a rung; empty if it is there already, however often a job is repeated, and if what was late has been
     * done meanwhile.
     */
    private Optional<NewSlip> slip(Chase chase, Rung rung, SlipKind kind) {
        ChasedCycle cycle = cycle(chase);
        if (!cycle.awaited() || store.exists(chase.key(rung))) {
            return Optional.empty();
        }
        LadderRule rule = rule(cycle, chase, rung).orElseThrow();
        return Optional.of(new NewSlip(
                cycle.government(),
                kind,
                chase.key(rung),
                SlipSource.LADDER,
                cycle.keyTaskId(),
                chase.cycleId(),
                cycle.roundId(),
                chase.unit() == null ? cycle.leadUnit() : chase.unit(),
                chase.step().name(),
                rung,
                chase.episode(),
                rule.days(),
                cycle.dueAt(),
                rungAt(cycle, rule),
                -rule.points(),
                null));
    }

    private Instant rungAt(ChasedCycle cycle, LadderRule rule) {
        return workingDays.afterDue(cycle.dueAt(), rule.days());
    }

    private Optional<LadderRule> rule(ChasedCycle cycle, Chase chase, Rung rung) {
        return ladders.rule(
                cycle.government(),
                LocalDate.ofInstant(cycle.dueAt(), WorkingDays.ZONE),
                chase.step(),
                chase.important(),
                rung);
    }

    private ChasedCycle cycle(Chase chase) {
        return cycles.get(chase.cycleId(), chase.step());
    }
}
