package org.supervision.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.AppealEvent.AppealDecided;
import org.supervision.escalation.SlipStore.NewSlip;
import org.supervision.escalation.SlipStore.SlipRecord;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;

/** Interviews (约谈): proposed by the ladder, decided by a person; called only by the process {@code interview-proposal}. */
@Service
@Transactional
public class Interviews {

    private final SlipStore store;
    private final SlipAnswers answers;
    private final Ladders ladders;
    private final GovernmentRules rules;
    private final SlipEnding ending;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Interviews(
            SlipStore store,
            SlipAnswers answers,
            Ladders ladders,
            GovernmentRules rules,
            SlipEnding ending,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.answers = answers;
        this.ladders = ladders;
        this.rules = rules;
        this.ending = ending;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public String government(String slipId) {
        return store.get(slipId).government();
    }

    /** Until when a proposal that was made on that day should be decided; nothing ends it then. */
    @Transactional(readOnly = true)
    public Instant decisionDueAt(String slipId, LocalDate proposedOn) {
        int days = rules.value(government(slipId), GovernmentRule.INTERVIEW_DECISION, proposedOn);
        return workingDays.dueInstant(workingDays.plus(proposedOn, days));
    }

    /** The signed orders of a year are enough; once for unit and year, as long as they are. */
    void proposeAfterOrders(SlipRecord order, int year) {
        if (store.interviewAfterOrders(order.unit(), year).isPresent()) {
            return;
        }
        propose(
                order.government(),
                "%s/%d/orders/%s".formatted(order.unit(), year, order.id()),
                SlipSource.COUNT,
                order.keyTaskId(),
                order.cycleId(),
                order.unit());
    }

    /** An order was taken back: a proposal that nobody has decided ends if the others are not enough for it. */
    @EventListener
    void reconsider(AppealDecided event) {
        Integer year = store.get(event.slipId()).year();
        if (event.upheld() || year == null) {
            return;
        }
        int enough = rules.today(event.government(), GovernmentRule.ORDERS_TO_INTERVIEW);
        if (store.orders(event.unit(), year) < enough) {
            store.interviewAfterOrders(event.unit(), year)
                    .map(store::lock)
                    .filter(proposal -> proposal.issuedAt() == null && proposal.endedAt() == null)
                    .ifPresent(proposal -> ending.end(proposal, EndReason.CAUSE_GONE));
        }
    }

    /** Once for the cycle that was the last of them. */
    void proposeAfterRedQuarters(RedQuarters.Red red) {
        propose(
                red.government(),
                red.cycleId() + "/red-quarters",
                SlipSource.RED_QUARTERS,
                red.keyTaskId(),
                red.cycleId(),
                red.unit());
    }

    /** Belongs to no round, so that no closing ends it: a person decides. */
    private void propose(
            String government, String key, SlipSource source, String keyTaskId, @Nullable String cycleId, String unit) {
        if (store.exists(key)) {
            return;
        }
        NewSlip slip = new NewSlip(
                government,
                SlipKind.INTERVIEW,
                key,
                source,
                keyTaskId,
                cycleId,
                null,
                unit,
                null,
                Rung.INTERVIEW,
                null,
                null,
                null,
                null,
                ladders.points(government, LocalDate.now(clock), Rung.INTERVIEW),
                null);
        String id = store.insertDraft(slip, clock.instant());
        events.publishEvent(new SlipEvent.InterviewProposed(government, id, unit, source));
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
