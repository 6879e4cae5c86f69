package org.supervision.changerequest;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.keytask.AnnualPlans;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Until when a unit may object to leading: 18:00 of the fifth working day after it was given the lead. */
@Component
public class ObjectionPolicy {

    private final KeyTasks keyTasks;
    private final WorkingDays workingDays;
    private final Clock clock;

    ObjectionPolicy(KeyTasks keyTasks, WorkingDays workingDays, Clock clock) {
        this.keyTasks = keyTasks;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Empty if it is not known since when the unit leads: then the time is over. */
    public Optional<Instant> openUntil(String keyTaskId) {
        return keyTasks.assignedOn(keyTaskId)
                .map(day -> workingDays.dueInstant(workingDays.plus(day, AnnualPlans.OBJECTION_DAYS)));
    }

    public boolean isOpen(String keyTaskId) {
        return openUntil(keyTaskId).filter(end -> clock.instant().isBefore(end)).isPresent();
    }

    void check(KeyTask keyTask) {
        if (!isOpen(keyTask.id())) {
            throw openUntil(keyTask.id())
                    .map(end -> new DomainException(
                            Kind.CONFLICT,
                            "changerequest.error.objection-over",
                            keyTask.number(),
                            end,
                            AnnualPlans.OBJECTION_DAYS))
                    .orElseGet(() -> new DomainException(
                            Kind.CONFLICT, "changerequest.error.objection-unknown", keyTask.number()));
        }
    }
}
