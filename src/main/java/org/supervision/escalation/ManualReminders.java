package org.supervision.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.SlipStore.NewSlip;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.Role;
import org.supervision.reporting.CycleChase;
import org.supervision.reporting.CycleChase.ChasedCycle;
import org.supervision.reporting.CycleStep;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Reminders an officer issues by hand beside the ladder, with some days between two about the same cycle. */
@Service
@Transactional
public class ManualReminders {

    private final SlipStore store;
    private final CycleViews views;
    private final CycleChase cycles;
    private final ScoreRules rules;
    private final GovernmentRules governmentRules;
    private final WorkingDays workingDays;
    private final DateWords dates;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ManualReminders(
            SlipStore store,
            CycleViews views,
            CycleChase cycles,
            ScoreRules rules,
            GovernmentRules governmentRules,
            WorkingDays workingDays,
            DateWords dates,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.views = views;
        this.cycles = cycles;
        this.rules = rules;
        this.governmentRules = governmentRules;
        this.workingDays = workingDays;
        this.dates = dates;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the person may remind whoever has the cycle, if the cool-down lets them. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(CurrentUser user, CycleView cycle) {
        return user.isOffice()
                && cycle.state().step() != null
                && cycle.dueAt() != null
                && !cycle.dueAt().isAfter(clock.instant());
    }

    /**
     * Reminds whoever has the cycle now.
     *
     * @return the id of the slip
     * @throws DomainException if nothing is late, or too few working days have passed since the last reminder
     */
    public String remind(String cycleId) {
        CurrentUser officer = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        CycleView view = views.get(cycleId, officer);
        CycleStep step = view.state().step();
        ChasedCycle cycle = step == null ? null : cycles.get(cycleId, step);
        Instant now = clock.instant();
        if (cycle == null || cycle.dueAt().isAfter(now)) {
            throw new DomainException(Kind.CONFLICT, "escalation.reminder.not-late", String.valueOf(view.number()));
        }
        LocalDate today = LocalDate.now(clock);
        store.lastReminder(cycleId)
                .map(at -> LocalDate.ofInstant(at, WorkingDays.ZONE))
                .ifPresent(last -> {
                    int coolDown = governmentRules.value(cycle.government(), GovernmentRule.REMINDER_COOL_DOWN, today);
                    LocalDate next = workingDays.plus(last, coolDown);
                    if (today.isBefore(next)) {
                        throw new DomainException(
                                Kind.CONFLICT,
                                "escalation.reminder.cool-down",
                                dates.day(last),
                                coolDown,
                                dates.day(next));
                    }
                });
        NewSlip slip = new NewSlip(
                cycle.government(),
                SlipKind.REMINDER,
                "%s/%s/%s".formatted(cycleId, SlipSource.MANUAL, today),
                SlipSource.MANUAL,
                cycle.keyTaskId(),
                cycleId,
                cycle.roundId(),
                cycle.leadUnit(),
                step.name(),
                null,
                null,
                null,
                cycle.dueAt(),
                null,
                step == CycleStep.OFFICE_REVIEW
                        ? 0
                        : rules.points(cycle.government(), ScoreEvent.MANUAL_REMINDER, today),
                null);
        String id = store.insertIssued(slip, today.getYear(), now);
        events.publishEvent(
                new SlipEvent.ReminderIssued(cycle.government(), id, cycleId, 0, cycle.leadUnit(), step, null));
        return id;
    }
}
