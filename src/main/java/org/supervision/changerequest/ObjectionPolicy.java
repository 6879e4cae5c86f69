package org.supervision.changerequest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Until when a unit may object to leading: 18:00 of the fifth working day after it was given the lead, as a rule. */
@Component
public class ObjectionPolicy {

    private final KeyTasks keyTasks;
    private final GovernmentRules rules;
    private final WorkingDays workingDays;
    private final Clock clock;

    ObjectionPolicy(KeyTasks keyTasks, GovernmentRules rules, WorkingDays workingDays, Clock clock) {
        this.keyTasks = keyTasks;
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Empty if it is not known since when the unit leads: then the time is over. */
    public Optional<Instant> openUntil(KeyTask keyTask) {
        return keyTasks.assignedOn(keyTask.id())
                .map(day -> workingDays.dueInstant(workingDays.plus(day, days(keyTask, day))));
    }

    private int days(KeyTask keyTask, LocalDate assignedOn) {
        return rules.value(keyTask.government(), GovernmentRule.OBJECTION, assignedOn);
    }

    public boolean isOpen(KeyTask keyTask) {
        return openUntil(keyTask).filter(end -> clock.instant().isBefore(end)).isPresent();
    }

    void check(KeyTask keyTask) {
        if (!isOpen(keyTask)) {
            throw keyTasks.assignedOn(keyTask.id())
                    .map(day -> new DomainException(
                            Kind.CONFLICT,
                            "changerequest.error.objection-over",
                            keyTask.number(),
                            openUntil(keyTask).orElseThrow(),
                            days(keyTask, day)))
                    .orElseGet(() -> new DomainException(
                            Kind.CONFLICT, "changerequest.error.objection-unknown", keyTask.number()));
        }
    }
}
