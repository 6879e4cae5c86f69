package org.supervision.escalation;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.SlipStore.NewSlip;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;

/** A city leader's instruction on a key task (批示) becomes the draft of an order, whatever the quarter is doing. */
@Service
@Transactional
public class Instructions {

    private static final int LONGEST = 2_000;

    private final SlipStore store;
    private final KeyTasks keyTasks;
    private final Ladders ladders;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Instructions(
            SlipStore store,
            KeyTasks keyTasks,
            Ladders ladders,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.keyTasks = keyTasks;
        this.ladders = ladders;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Hands an instruction on the lead unit to the office, which signs it as an order.
     *
     * @param limitOn a working day after today by which the unit is to answer; {@code null} for the usual limit
     * @return the id of the drafted order
     */
    public String instruct(String keyTaskId, String text, @Nullable LocalDate limitOn) {
        CurrentUser leader = currentUsers.requiredIn(Role.CITY_LEADER);
        KeyTask keyTask = keyTasks.get(keyTaskId);
        if (!keyTask.isVisibleTo(leader)) {
            throw DomainException.notFound(keyTaskId);
        }
        if (text.isBlank()) {
            throw DomainException.invalidField("text", "escalation.instruction.text-required");
        }
        if (text.length() > LONGEST) {
            throw DomainException.invalidField("text", "escalation.instruction.too-long");
        }
        if (limitOn != null && (!limitOn.isAfter(LocalDate.now(clock)) || !workingDays.isWorkingDay(limitOn))) {
            throw DomainException.invalidField("limitOn", "escalation.order.limit");
        }
        NewSlip slip = new NewSlip(
                keyTask.government(),
                SlipKind.SUPERVISION_ORDER,
                "%s/%s/%s".formatted(keyTaskId, leader.username(), clock.instant()),
                SlipSource.INSTRUCTION,
                keyTaskId,
                null,
                null,
                keyTask.leadUnit(),
                null,
                null,
                null,
                null,
                null,
                null,
                ladders.points(keyTask.government(), LocalDate.now(clock), Rung.SUPERVISION_ORDER),
                text.strip());
        String id = store.insertDraft(slip, clock.instant());
        if (limitOn != null) {
            store.limit(id, workingDays.dueInstant(limitOn), null, null);
        }
        events.publishEvent(new SlipEvent.OrderDrafted(slip.government(), id, slip.unit(), slip.source()));
        return id;
    }
}
