package org.supervision.keytask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTaskEndings.Ending;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Lets key tasks of one year go on in the next (结转): into its draft as new ones, or linked to what is there by hand. */
@Service
@Transactional
public class CarryOvers {

    private static final int MOST = 500;

    private final KeyTasks keyTasks;
    private final KeyTaskMarks marks;
    private final KeyTaskEndings endings;
    private final AnnualPlans plans;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;

    CarryOvers(
            KeyTasks keyTasks,
            KeyTaskMarks marks,
            KeyTaskEndings endings,
            AnnualPlans plans,
            OrgUnits units,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events) {
        this.keyTasks = keyTasks;
        this.marks = marks;
        this.endings = endings;
        this.plans = plans;
        this.units = units;
        this.currentUsers = currentUsers;
        this.events = events;
    }

    /**
     * A key task of the year before.
     *
     * @param ending {@code null} while no quarter of it is closed
     * @param continuedBy ids of the key tasks that continue it
     */
    public record Candidate(KeyTask keyTask, @Nullable Ending ending, List<String> continuedBy) {

        public boolean isDone() {
            return ending != null && ending.isDone();
        }
    }

    /**
     * One that goes on.
     *
     * @param goal for the new year; {@code null}: as it was
     */
    public record Chosen(String keyTask, @Nullable String goal) {}

    /**
     * What carrying over did.
     *
     * @param created ids of the new key tasks
     * @param unchanged how many went on before
     */
    public record CarriedOver(List<String> created, int unchanged) {}

    /**
     * A key task as one that continues it, or that it continues, shows it.
     *
     * @param ending {@code null} while no quarter of it is closed
     */
    public record Relative(String id, int year, int number, String goal, @Nullable Ending ending) {}

    /** What a key task continues, and what continues it. */
    public record Lineage(@Nullable Relative predecessor, List<Relative> successors) {}

    /** The key tasks of the year before the given one: those that are not done first, then by number. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(int year) {
        String government = office().requiredGovernment();
        List<KeyTask> before = keyTasks.of(government, year - 1);
        List<String> ids = ids(before);
        Map<String, Ending> ended = endings.of(ids);
        Map<String, List<String>> continued = marks.successors(ids);
        return before.stream()
                .map(keyTask -> new Candidate(
                        keyTask, ended.get(keyTask.id()), continued.getOrDefault(keyTask.id(), List.of())))
                .sorted(Comparator.comparing(Candidate::isDone)
                        .thenComparing(candidate -> candidate.keyTask().number()))
                .toList();
    }

    /**
     * Adds key tasks to the draft of a year that go on with those of the year before, under the numbers after its last one. What
     * goes on already is left as it is.
     *
     * @throws DomainException if the plan of the year is issued: nothing is added to it
     */
    public CarriedOver carryOver(int year, Collection<Chosen> chosen) {
        String government = office().requiredGovernment();
        if (chosen.isEmpty() || chosen.size() > MOST || chosen.stream().anyMatch(Objects::isNull)) {
            throw DomainException.invalidField("keyTasks", "keytask.carry.error.none", MOST);
        }
        plans.hold(government);
        if (plans.isIssued(government, year)) {
            throw new DomainException(Kind.CONFLICT, "keytask.carry.error.issued", String.valueOf(year));
        }
        Map<String, KeyTask> before =
                keyTasks.of(government, year - 1).stream().collect(Collectors.toMap(KeyTask::id, keyTask -> keyTask));
        Set<String> continued = new HashSet<>(marks.successors(before.keySet()).keySet());
        Map<String, String> merged = units.successors(government);
        int number = keyTasks.of(government, year).stream()
                .mapToInt(KeyTask::number)
                .max()
                .orElse(0);
        Map<String, String> predecessors = new HashMap<>();
        List<KeyTask> created = new ArrayList<>();
        int unchanged = 0;
        for (Chosen each : chosen) {
            KeyTask predecessor = before.get(each.keyTask());
            if (predecessor == null) {
                throw DomainException.invalidField(
                        "keyTasks", "keytask.carry.error.not-of-year", String.valueOf(year - 1));
            }
            if (!continued.add(predecessor.id())) {
                unchanged++;
                continue;
            }
            KeyTask successor = successor(predecessor, year, ++number, each.goal(), merged);
            created.add(successor);
            predecessors.put(successor.id(), predecessor.id());
        }
        if (!created.isEmpty()) {
            keyTasks.saveAll(created);
            created.forEach(successor -> set(successor, null, predecessors.get(successor.id())));
        }
        return new CarriedOver(ids(created), unchanged);
    }

    /** Without milestones, which were of the other year; merged units by those that have their duties now. */
    private static KeyTask successor(
            KeyTask predecessor, int year, int number, @Nullable String goal, Map<String, String> merged) {
        String lead = merged.getOrDefault(predecessor.leadUnit(), predecessor.leadUnit());
        boolean reworded = goal != null
                && !goal.isBlank()
                && !goal.strip().equals(predecessor.goal().strip());
        List<SupportingUnit> supporting = predecessor.supportingUnits().stream()
                .map(unit -> new SupportingUnit(
                        unit.text(),
                        unit.unitCodes().stream()
                                .map(code -> merged.getOrDefault(code, code))
                                .toList()))
                .filter(unit -> !unit.unitCodes().equals(List.of(lead)))
                .toList();
        return new KeyTask(
                KeyTask.id(predecessor.government(), year, number),
                predecessor.government(),
                year,
                number,
                reworded ? goal.strip() : predecessor.goal(),
                lead,
                supporting,
                predecessor.section(),
                predecessor.supervisionPhone(),
                predecessor.source(),
                List.of());
    }

    /**
     * Says by hand which key task of the year before this one continues.
     *
     * @param predecessor {@code null}: none
     */
    public void link(String keyTaskId, @Nullable String predecessor) {
        CurrentUser user = office();
        KeyTask keyTask = keyTasks.get(keyTaskId);
        if (!keyTask.government().equals(user.government())) {
            throw DomainException.notFound(keyTaskId);
        }
        if (predecessor != null
                && keyTasks.of(keyTask.government(), keyTask.year() - 1).stream()
                        .noneMatch(before -> before.id().equals(predecessor))) {
            throw DomainException.invalidField(
                    "predecessor", "keytask.carry.error.not-of-year", String.valueOf(keyTask.year() - 1));
        }
        String before = marks.predecessors(List.of(keyTaskId)).get(keyTaskId);
        if (!Objects.equals(before, predecessor)) {
            set(keyTask, before, predecessor);
        }
    }

    private void set(KeyTask keyTask, @Nullable String before, @Nullable String after) {
        marks.setPredecessor(keyTask.id(), after);
        events.publishEvent(new KeyTaskChanged(
                keyTask.id(), keyTask.government(), Map.of("predecessor", new Change(before, after))));
    }

    /** What the key task continues and what continues it, as far as the reader may see them. */
    @Transactional(readOnly = true)
    public Lineage lineage(String keyTaskId, CurrentUser reader) {
        String predecessor = marks.predecessors(List.of(keyTaskId)).get(keyTaskId);
        List<String> successors = marks.successors(List.of(keyTaskId)).getOrDefault(keyTaskId, List.of());
        Map<String, Ending> ended = predecessor == null ? Map.of() : endings.of(List.of(predecessor));
        return new Lineage(
                predecessor == null ? null : relative(predecessor, ended, reader),
                successors.stream()
                        .map(id -> relative(id, Map.of(), reader))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private @Nullable Relative relative(String id, Map<String, Ending> ended, CurrentUser reader) {
        KeyTask keyTask = keyTasks.get(id);
        return keyTask.isVisibleTo(reader)
                ? new Relative(
                        id,
                        keyTask.year(),
                        keyTask.number(),
                        keyTask.goal(),
                        readsReports(keyTask, reader) ? ended.get(id) : null)
                : null;
    }

    /** A partner's liaison reads the own parts only. */
    private static boolean readsReports(KeyTask keyTask, CurrentUser reader) {
        return reader.readsWholeGovernment()
                || reader.is(Role.UNIT_LEADER)
                || keyTask.leadUnit().equals(reader.unit());
    }

    private CurrentUser office() {
        return currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
    }

    private static List<String> ids(List<KeyTask> keyTasks) {
        return keyTasks.stream().map(KeyTask::id).toList();
    }
}
