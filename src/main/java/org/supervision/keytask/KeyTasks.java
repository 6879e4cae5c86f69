package org.supervision.keytask;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.AuditableEvents;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;
import org.supervision.shared.Slice;

/** The key tasks of every government and year. */
@Service
@Transactional
public class KeyTasks {

    /** What saving did. */
    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    private static final int LONGEST_GOAL = 4_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_STEPS = 100;
    private static final int MOST_PARTNERS = 200;

    private final KeyTaskStore store;
    private final KeyTaskMarks marks;
    private final IndicatorReadings readings;
    private final OrgUnits units;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    KeyTasks(
            KeyTaskStore store,
            KeyTaskMarks marks,
            IndicatorReadings readings,
            OrgUnits units,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.marks = marks;
        this.readings = readings;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Stores the key task under its number. One that was read before is refused if somebody changed it since; one that
     * was not ({@code version} 0) overwrites what is there. What is equal to the stored state changes nothing.
     */
    public Outcome save(KeyTask keyTask) {
        return saveAll(List.of(keyTask)).get(0);
    }

    /**
     * The same for many at once, of different numbers; all are stored or none.
     *
     * @return what saving did, in their order
     */
    public List<Outcome> saveAll(List<KeyTask> keyTasks) {
        Map<String, OrgUnit> known = unitsOf(keyTasks);
        keyTasks.forEach(keyTask -> check(keyTask, known));
        Map<String, KeyTask> stored =
                store.lock(keyTasks.stream().map(KeyTask::id).toList());
        LocalDate today = LocalDate.now(clock);
        List<Outcome> outcomes = new ArrayList<>();
        List<KeyTask> created = new ArrayList<>();
        List<AuditableEvent> acts = new ArrayList<>();
        for (KeyTask keyTask : keyTasks) {
            KeyTask before = stored.get(keyTask.id());
            if (keyTask.version() != 0 && (before == null || keyTask.version() != before.version())) {
                throw changedMeanwhile(keyTask);
            }
            Map<String, Change> changes = keyTask.changesSince(before);
            if (before == null) {
                created.add(keyTask);
                acts.add(new KeyTaskCreated(keyTask.id(), keyTask.government(), changes));
                outcomes.add(Outcome.CREATED);
            } else if (changes.isEmpty()) {
                outcomes.add(Outcome.UNCHANGED);
            } else {
                store.update(keyTask, today);
                readings.changed(keyTask, before);
                acts.add(new KeyTaskChanged(keyTask.id(), keyTask.government(), changes));
                outcomes.add(Outcome.CHANGED);
            }
        }
        store.insert(created, today).ifPresent(taken -> {
            throw changedMeanwhile(taken);
        });
        readings.created(created);
        if (!acts.isEmpty()) {
            events.publishEvent(new AuditableEvents(acts));
        }
        return outcomes;
    }

    @Transactional(readOnly = true)
    public KeyTask get(String id) {
        return store.find(id).orElseThrow(() -> DomainException.notFound(id));
    }

    @Transactional(readOnly = true)
    public Optional<KeyTask> find(String government, int year, int number) {
        return store.find(KeyTask.id(government, year, number));
    }

    /** All key tasks of a year by number. */
    @Transactional(readOnly = true)
    public List<KeyTask> of(String government, int year) {
        return store.of(government, year);
    }

    /** The key tasks to be reported on: with a milestone in the quarter, or without any milestone. */
    @Transactional(readOnly = true)
    public List<KeyTask> dueIn(String government, Quarter quarter) {
        return store.dueIn(government, quarter);
    }

    /**
     * Nothing is owed for the key task from that day on.
     *
     * @return false if it was suspended before
     */
    public boolean suspend(String id, LocalDate today) {
        KeyTask keyTask = get(id);
        boolean changed = marks.suspend(id, today);
        if (changed) {
            events.publishEvent(new KeyTaskChanged(
                    id, keyTask.government(), Map.of("suspendedOn", new Change(null, today.toString()))));
            events.publishEvent(new KeyTaskSuspended(id));
        }
        return changed;
    }

    /** @return false if it was not suspended */
    public boolean resume(String id) {
        KeyTask keyTask = get(id);
        LocalDate since = marks.suspendedOn(id).orElse(null);
        if (since == null) {
            return false;
        }
        marks.resume(id);
        events.publishEvent(new KeyTaskChanged(
                id, keyTask.government(), Map.of("suspendedOn", new Change(since.toString(), null))));
        events.publishEvent(new KeyTaskResumed(id, since));
        return true;
    }

    /** Whether lateness about the key task may start on a higher rung. */
    @Transactional(readOnly = true)
    public boolean isImportant(String id) {
        return marks.isImportant(id);
    }

    /** The ids of those of them whose lateness may start on a higher rung. */
    @Transactional(readOnly = true)
    public Set<String> important(List<KeyTask> keyTasks) {
        return marks.important(keyTasks.stream().map(KeyTask::id).toList());
    }

    /** Lets the ladder of the key task start on a higher rung, or not any more. */
    public void setImportant(String id, boolean important) {
        KeyTask keyTask = get(id);
        if (marks.setImportant(id, important)) {
            events.publishEvent(new KeyTaskChanged(
                    id,
                    keyTask.government(),
                    Map.of("important", new Change(String.valueOf(!important), String.valueOf(important)))));
        }
    }

    /** Accounts of the vice-mayors in charge by id of their key task; those without one are left out. */
    @Transactional(readOnly = true)
    public Map<String, String> leadersInCharge(List<KeyTask> keyTasks) {
        return marks.leadersInCharge(keyTasks.stream().map(KeyTask::id).toList());
    }

    /**
     * Puts a vice-mayor in charge of the key task.
     *
     * @param username of a city leader of its government; null for nobody
     */
    public void setLeaderInCharge(String id, @Nullable String username) {
        KeyTask keyTask = get(id);
        String before = marks.leadersInCharge(List.of(id)).get(id);
        if (!Objects.equals(before, username)) {
            marks.setLeaderInCharge(id, username);
            events.publishEvent(new KeyTaskChanged(
                    id, keyTask.government(), Map.of("leaderInCharge", new Change(before, username))));
        }
    }

    /** Since when nothing is owed for the key task; empty while it goes on. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> suspendedOn(String id) {
        return marks.suspendedOn(id);
    }

    /** The ids of those of them that nothing is owed for. */
    @Transactional(readOnly = true)
    public Set<String> suspended(List<KeyTask> keyTasks) {
        return marks.suspended(keyTasks.stream().map(KeyTask::id).toList());
    }

    /** When the unit that leads now was given the lead; empty if that was before it was recorded. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> assignedOn(String id) {
        return marks.assignedOn(id);
    }

    /** The years for which a government has key tasks, latest first. */
    @Transactional(readOnly = true)
    public List<Integer> years(String government) {
        return store.years(government);
    }

    @Transactional(readOnly = true)
    public Slice<KeyTask> search(KeyTaskQuery query) {
        return store.search(query);
    }

    /** The units that take part in any of the key tasks, by code, for showing their names. */
    @Transactional(readOnly = true)
    public Map<String, OrgUnit> unitsOf(List<KeyTask> keyTasks) {
        return units.byCodes(keyTasks.stream()
                .flatMap(keyTask -> keyTask.unitCodes().stream())
                .collect(Collectors.toSet()));
    }

    /** @throws DomainException what would be wrong with saving it */
    @Transactional(readOnly = true)
    public void check(KeyTask keyTask) {
        check(keyTask, unitsOf(List.of(keyTask)));
    }

    private static void check(KeyTask keyTask, Map<String, OrgUnit> known) {
        if (keyTask.number() < 1 || keyTask.number() > 99_999) {
            throw DomainException.invalidField("number", "keytask.error.number");
        }
        if (keyTask.year() < 2000 || keyTask.year() > 2100) {
            throw DomainException.invalidField("year", "keytask.error.year");
        }
        if (keyTask.goal().isBlank()) {
            throw DomainException.invalidField("goal", "keytask.error.required");
        }
        limit("goal", keyTask.goal(), LONGEST_GOAL);
        limit("section", keyTask.section(), LONGEST_LINE);
        limit("supervisionPhone", keyTask.supervisionPhone(), LONGEST_LINE);
        limit("supportingUnits", keyTask.supportingUnits(), MOST_PARTNERS);
        keyTask.supportingUnits().forEach(supporting -> limit("supportingUnits", supporting.text(), LONGEST_LINE));
        for (Milestone milestone : keyTask.milestones()) {
            limit("milestone" + milestone.quarter(), milestone.text(), LONGEST_TEXT);
            limit("actionSteps", milestone.actionSteps(), MOST_STEPS);
            milestone.actionSteps().forEach(step -> limit("actionSteps", step, LONGEST_TEXT));
        }
        keyTask.unitCodes().forEach(code -> {
            OrgUnit unit = known.get(code);
            if (unit == null || !unit.government().equals(keyTask.government())) {
                throw DomainException.invalidField(
                        code.equals(keyTask.leadUnit()) ? "leadUnit" : "supportingUnits",
                        "keytask.error.unknown-unit",
                        code);
            }
        });
    }

    private static void limit(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw DomainException.invalidField(field, "keytask.error.too-long", longest);
        }
    }

    private static void limit(String field, List<?> list, int most) {
        if (list.size() > most) {
            throw DomainException.invalidField(field, "keytask.error.too-many", most);
        }
    }

    private static DomainException changedMeanwhile(KeyTask keyTask) {
        return new DomainException(DomainException.Kind.CONFLICT, "keytask.error.changed-meanwhile", keyTask.number());
    }
}
