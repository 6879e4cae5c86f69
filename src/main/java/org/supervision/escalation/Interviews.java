package org.supervision.escalation;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.escalation.SlipStore.NewSlip;
import org.supervision.escalation.SlipStore.SlipRecord;
import org.supervision.identity.CurrentUsers;

/** Interviews (约谈): proposed by the ladder, decided by a person; called only by the process {@code interview-proposal}. */
@Service
@Transactional
public class Interviews {

    private final SlipStore store;
    private final SlipAnswers answers;
    private final Ladders ladders;
    private final SlipEnding ending;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Interviews(
            SlipStore store,
            SlipAnswers answers,
            Ladders ladders,
            SlipEnding ending,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.answers = answers;
        this.ladders = ladders;
        this.ending = ending;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public String government(String slipId) {
        return store.get(slipId).government();
    }

    /** The signed orders of a year are enough; once for unit and year. */
    void proposeAfterOrders(SlipRecord order, int year) {
        String key = "%s/%d/orders".formatted(order.unit(), year);
        if (store.exists(key)) {
            return;
        }
        NewSlip slip = new NewSlip(
                order.government(),
                SlipKind.INTERVIEW,
                key,
                SlipSource.COUNT,
                order.keyTaskId(),
                order.cycleId(),
                null,
                order.unit(),
                null,
                Rung.INTERVIEW,
                null,
                null,
                null,
                null,
                ladders.points(order.government(), LocalDate.now(clock), Rung.INTERVIEW),
                null);
        String id = store.insertDraft(slip, clock.instant());
        events.publishEvent(new SlipEvent.InterviewProposed(slip.government(), id, slip.unit(), slip.source()));
    }

    /**
     * A city leader decides to hold it.
     *
     * @param reason what the talk is about
     */
    public void hold(String slipId, String reason) {
        SlipRecord slip = ending.open(slipId);
        store.issue(slip, LocalDate.now(clock).getYear(), reason, currentUsers.required(), clock.instant());
        events.publishEvent(new SlipEvent.InterviewAgreed(slip.government(), slipId, slip.unit(), reason));
    }

    /** A city leader does not follow the proposal. */
    public void decline(String slipId) {
        ending.end(ending.open(slipId), EndReason.DISCARDED);
    }

    /** The talk took place; its minutes are kept with the slip. */
    public void record(String slipId, String minutes) {
        SlipRecord slip = ending.open(slipId);
        answers.add(slipId, minutes, currentUsers.required(), clock.instant());
        ending.end(slip, EndReason.HELD);
    }
}
