package org.supervision.notification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.Audience;
import org.supervision.escalation.Ladders;
import org.supervision.escalation.Rung;
import org.supervision.reporting.CycleStep;
import org.supervision.workflow.WorkItem;

/**
 * How many working days before its due date a work item is mentioned: what its government's ladder says about the step,
 * or the installation's rule where it says nothing. A ladder without notices of reports wants none.
 */
@Component
class NoticeRules {

    /** The steps of a cycle by the forms of their work items. */
    private static final Map<String, CycleStep> STEPS = Map.of(
            "partner-part", CycleStep.PART,
            "progress-report", CycleStep.REPORT,
            "unit-review", CycleStep.UNIT_REVIEW,
            "office-review", CycleStep.OFFICE_REVIEW);

    private final Ladders ladders;
    private final SortedMap<Integer, Set<Audience>> others = new TreeMap<>();

    NoticeRules(Ladders ladders, NotificationProperties properties) {
        this.ladders = ladders;
        properties.noticeDays().forEach(days -> others.put(days, Set.of()));
    }

    private record Matter(String government, LocalDate dueOn, CycleStep step) {}

    /** Rules looked up once for everything that is due on the same day. */
    final class Lookup {

        private final Map<Matter, SortedMap<Integer, Set<Audience>>> known = new HashMap<>();

        /** Working days before the due date, with who is told besides those the item waits for. */
        SortedMap<Integer, Set<Audience>> of(WorkItem item) {
            CycleStep step = STEPS.get(item.kind());
            if (step == null || item.dueAt() == null || item.government() == null) {
                return others;
            }
            SortedMap<Integer, Set<Audience>> ladder = known.computeIfAbsent(
                    new Matter(item.government(), LocalDate.ofInstant(item.dueAt(), WorkingDays.ZONE), step),
                    NoticeRules.this::ladder);
            return ladder.isEmpty() && step != CycleStep.REPORT ? others : ladder;
        }
    }

    Lookup lookup() {
        return new Lookup();
    }

    private SortedMap<Integer, Set<Audience>> ladder(Matter matter) {
        SortedMap<Integer, Set<Audience>> notices = new TreeMap<>();
        add(notices, matter, Rung.EARLY_NOTICE);
        add(notices, matter, Rung.LATE_NOTICE);
        return notices;
    }

    private void add(SortedMap<Integer, Set<Audience>> notices, Matter matter, Rung rung) {
        ladders.rule(matter.government(), matter.dueOn(), matter.step(), false, rung)
                .ifPresent(rule -> notices.put(-rule.days(), rule.audience()));
    }
}
