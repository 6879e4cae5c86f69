package org.supervision.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.HolidaysChanged;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.SlipStore.CountedLimit;
import org.supervision.escalation.SlipStore.SlipRecord;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.GroupPath;
import org.supervision.identity.UnitMerged;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleStep;
import org.supervision.shared.DomainException;

/** Signs supervision orders (督办单) and takes the units' answers; called only by the process {@code supervision-order}. */
@Service
@Transactional
public class SupervisionOrders {

    private final SlipStore store;
    private final SlipAnswers answers;
    private final SlipEnding ending;
    private final Ladders ladders;
    private final GovernmentRules rules;
    private final KeyTasks keyTasks;
    private final Interviews interviews;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SupervisionOrders(
            SlipStore store,
            SlipAnswers answers,
            SlipEnding ending,
            Ladders ladders,
            GovernmentRules rules,
            KeyTasks keyTasks,
            Interviews interviews,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.answers = answers;
        this.ending = ending;
        this.ladders = ladders;
        this.rules = rules;
        this.keyTasks = keyTasks;
        this.interviews = interviews;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public String government(String slipId) {
        return store.get(slipId).government();
    }

    /** Those who answer. */
    @Transactional(readOnly = true)
    public GroupPath unitLeaders(String slipId) {
        SlipRecord slip = store.get(slipId);
        return GroupPath.unitLeader(slip.government(), slip.unit());
    }

    /** When the answer is due; {@code null} before the signature. */
    @Transactional(readOnly = true)
    public @Nullable Instant limitAt(String slipId) {
        return store.get(slipId).limitAt();
    }

    /** Until when the office, which has begun on that day, has to sign a draft or to judge an answer. */
    @Transactional(readOnly = true)
    public Instant officeDueAt(String slipId, LocalDate begunOn) {
        int days = rules.value(government(slipId), GovernmentRule.ORDER_DECISION, begunOn);
        return workingDays.dueInstant(workingDays.plus(begunOn, days));
    }

    /**
     * The order gets its number and its limit, and the unit must answer; the second one in a year, as a rule, proposes an interview.
     *
     * @param limitOn the working day on which the answer is due; {@code null} for what an instruction says, else the rules
     */
    public void sign(String slipId, String requirement, @Nullable LocalDate limitOn) {
        SlipRecord slip = ending.open(slipId);
        if (keyTasks.suspendedOn(slip.keyTaskId()).isPresent()) {
            throw new DomainException(DomainException.Kind.CONFLICT, "escalation.order.suspended");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        if (limitOn == null) {
            if (slip.limitAt() == null || !slip.limitAt().isAfter(now)) {
                limitByRule(slip, today);
            }
        } else if (workingDays.isWorkingDay(limitOn)
                && workingDays.dueInstant(limitOn).isAfter(now)) {
            store.limit(slipId, workingDays.dueInstant(limitOn), null, null);
        } else {
            throw DomainException.invalidField("limitOn", "escalation.order.limit");
        }
        int number = store.issue(slip, today.getYear(), requirement, currentUsers.required(), now);
        events.publishEvent(new SlipEvent.OrderSigned(
                slip.government(), slipId, slip.unit(), number, slip.requirement(), requirement));
        if (store.orders(slip.unit(), today.getYear())
                == rules.value(slip.government(), GovernmentRule.ORDERS_TO_INTERVIEW, today)) {
            interviews.proposeAfterOrders(slip, today.getYear());
        }
    }

    private void limitByRule(SlipRecord slip, LocalDate from) {
        int days = answerDays(slip, from);
        store.limit(slip.id(), workingDays.dueInstant(workingDays.plus(from, days)), from, days);
    }

    /** A holiday notice moves the limits that count working days and have not passed. */
    @EventListener
    void reckonAnew(HolidaysChanged event) {
        for (CountedLimit limit : store.countedLimits(clock.instant())) {
            Instant reckoned = workingDays.dueInstant(workingDays.plus(limit.from(), limit.days()));
            if (!reckoned.equals(limit.limitAt())) {
                store.limit(limit.id(), reckoned, limit.from(), limit.days());
                events.publishEvent(
                        new SlipEvent.LimitMoved(limit.government(), limit.id(), limit.limitAt(), reckoned));
            }
        }
    }

    /** Open slips of a merged unit are answered by the one that has its duties. */
    @EventListener
    void follow(UnitMerged event) {
        store.moveOpen(event.unit(), event.into())
                .forEach(id -> events.publishEvent(
                        new SlipEvent.SlipMoved(event.government(), id, event.unit(), event.into())));
    }

    private int answerDays(SlipRecord slip, LocalDate from) {
        int usual = rules.value(slip.government(), GovernmentRule.ORDER_ANSWER, from);
        if (slip.dueAt() == null || slip.source() != SlipSource.LADDER) {
            return usual;
        }
        LocalDate dueOn = LocalDate.ofInstant(slip.dueAt(), WorkingDays.ZONE);
        return ladders.rule(
                        slip.government(),
                        dueOn,
                        CycleStep.REPORT,
                        keyTasks.isImportant(slip.keyTaskId()),
                        Rung.SUPERVISION_ORDER)
                .map(LadderRule::limitDays)
                .orElse(usual);
    }

    /** The draft is not signed; it ends without a number. */
    public void discard(String slipId) {
        ending.end(ending.open(slipId), EndReason.DISCARDED);
    }

    public void answer(String slipId, String answer) {
        SlipRecord slip = ending.open(slipId);
        CurrentUser user = currentUsers.required();
        int version = answers.add(slipId, answer, user, clock.instant());
        events.publishEvent(new SlipEvent.OrderAnswered(slip.government(), slipId, slip.unit(), version, answer));
    }

    /**
     * The office accepts the answer, which ends the order, or returns it for another one.
     *
     * @param comment required on return
     */
    public void review(String slipId, boolean accepted, @Nullable String comment) {
        SlipRecord slip = ending.open(slipId);
        if (!accepted && comment == null) {
            throw DomainException.invalidField("comment", "escalation.order.comment-required");
        }
        answers.review(slipId, accepted, comment, currentUsers.required(), clock.instant());
        events.publishEvent(new SlipEvent.AnswerReviewed(slip.government(), slipId, slip.unit(), accepted, comment));
        if (accepted) {
            ending.end(slip, EndReason.ANSWER_ACCEPTED);
        } else {
            limitByRule(slip, LocalDate.now(clock));
        }
    }
}
