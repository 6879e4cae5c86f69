package org.supervision.keytask;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.supervision.identity.UnitMerged;
import org.supervision.shared.AuditableEvent.Change;

/** Lets the key tasks of this year and later follow a unit into the one it was merged into; past years stay as they were. */
@Component
class UnitMergers {

    private final KeyTaskMarks marks;
    private final SubItems subItems;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    UnitMergers(KeyTaskMarks marks, SubItems subItems, Clock clock, ApplicationEventPublisher events) {
        this.marks = marks;
        this.subItems = subItems;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void follow(UnitMerged event) {
        int year = LocalDate.now(clock).getYear();
        marks.replaceUnit(event.unit(), event.into(), year)
                .forEach(id -> events.publishEvent(new KeyTaskChanged(
                        id, event.government(), Map.of("unit", new Change(event.unit(), event.into())))));
        subItems.replaceUnit(event.unit(), event.into(), year);
    }
}
