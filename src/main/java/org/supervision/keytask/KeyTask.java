package org.supervision.keytask;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.AuditableEvent.Change;

/**
 * One numbered commitment of one year of one government (domain: key task).
 *
 * @param id {@code <government>-<year>-<number>}
 * @param goal its text, never re-spaced
 * @param leadUnit code of the unit that leads and compiles
 * @param section the office inside the lead unit that does the work
 * @param supervisionPhone published telephone of that office
 * @param milestones at most one for each quarter, in order; those without any content are dropped
 * @param version of the stored state this was derived from; 0 if it was not
 */
public record KeyTask(
        String id,
        String government,
        int year,
        int number,
        String goal,
        String leadUnit,
        List<SupportingUnit> supportingUnits,
        @Nullable String section,
        @Nullable String supervisionPhone,
        KeyTaskSource source,
        List<Milestone> milestones,
        int version) {

    public KeyTask {
        if (!id.equals(id(government, year, number))) {
            throw new IllegalArgumentException(id + " is not the id of " + id(government, year, number));
        }
        supportingUnits = List.copyOf(supportingUnits);
        milestones = milestones.stream()
                .filter(milestone -> !milestone.isBlank())
                .sorted(Comparator.comparing(Milestone::quarter))
                .toList();
        if (milestones.stream().map(Milestone::quarter).distinct().count() < milestones.size()) {
            throw new IllegalArgumentException("Two milestones for one quarter of " + id);
        }
    }

    /** A key task as a document states it; saving it overwrites whatever is stored under its number. */
    public KeyTask(
            String id,
            String government,
            int year,
            int number,
            String goal,
            String leadUnit,
            List<SupportingUnit> supportingUnits,
            @Nullable String section,
            @Nullable String supervisionPhone,
            KeyTaskSource source,
            List<Milestone> milestones) {
        this(
                id,
                government,
                year,
                number,
                goal,
                leadUnit,
                supportingUnits,
                section,
                supervisionPhone,
                source,
                milestones,
                0);
    }

    /**
     * The same under another lead, which does not support itself.
     *
     * @param unit code
     */
    public KeyTask ledBy(String unit) {
        return with(
                goal,
                unit,
                supportingUnits.stream()
                        .filter(supporting -> !supporting.unitCodes().equals(List.of(unit)))
                        .toList(),
                section,
                supervisionPhone,
                milestones);
    }

    public KeyTask withGoal(String text) {
        return with(text, leadUnit, supportingUnits, section, supervisionPhone, milestones);
    }

    public KeyTask withSection(String text) {
        return with(goal, leadUnit, supportingUnits, text, supervisionPhone, milestones);
    }

    public KeyTask withSupervisionPhone(String text) {
        return with(goal, leadUnit, supportingUnits, section, text, milestones);
    }

    /** Another text for what the quarter must reach; its action steps stay. */
    public KeyTask withMilestone(int quarter, String text) {
        List<String> steps = milestone(quarter).map(Milestone::actionSteps).orElse(List.of());
        List<Milestone> changed = Stream.concat(
                        milestones.stream().filter(milestone -> milestone.quarter() != quarter),
                        Stream.of(new Milestone(quarter, text, steps)))
                .toList();
        return with(goal, leadUnit, supportingUnits, section, supervisionPhone, changed);
    }

    private KeyTask with(
            String goal,
            String leadUnit,
            List<SupportingUnit> supportingUnits,
            @Nullable String section,
            @Nullable String supervisionPhone,
            List<Milestone> milestones) {
        return new KeyTask(
                id,
                government,
                year,
                number,
                goal,
                leadUnit,
                supportingUnits,
                section,
                supervisionPhone,
                source,
                milestones,
                version);
    }

    public static String id(String government, int year, int number) {
        return "%s-%d-%d".formatted(government, year, number);
    }

    /** Codes of the units that take part, the lead first, each once. */
    public List<String> unitCodes() {
        return Stream.concat(Stream.of(leadUnit), supportingUnitCodes().stream())
                .distinct()
                .toList();
    }

    /** Codes of the supporting units without the lead, each once: those who are asked for a part. */
    public List<String> supportingUnitCodes() {
        return supportingUnits.stream()
                .flatMap(supporting -> supporting.unitCodes().stream())
                .filter(code -> !code.equals(leadUnit))
                .distinct()
                .toList();
    }

    public Optional<Milestone> milestone(int quarter) {
        return milestones.stream()
                .filter(milestone -> milestone.quarter() == quarter)
                .findFirst();
    }

    /** Office and city leaders see all of their government, people of a unit what it leads or supports, others nothing. */
    public boolean isVisibleTo(CurrentUser user) {
        return government.equals(user.government())
                && (user.readsWholeGovernment() || unitCodes().contains(user.unit()));
    }

    /** What differs from another state of the same key task, field by field; everything there is, against {@code null}. */
    public Map<String, Change> changesSince(@Nullable KeyTask before) {
        Map<String, @Nullable String> old = before == null ? Map.of() : before.fields();
        Map<String, Change> changes = new LinkedHashMap<>();
        fields().forEach((field, value) -> {
            String oldValue = old.get(field);
            if (!Objects.equals(oldValue, value)) {
                changes.put(field, new Change(oldValue, value));
            }
        });
        return changes;
    }

    private Map<String, @Nullable String> fields() {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("goal", goal);
        fields.put("leadUnit", leadUnit);
        fields.put(
                "supportingUnits",
                supportingUnits.isEmpty()
                        ? null
                        : supportingUnits.stream().map(SupportingUnit::toString).collect(Collectors.joining("\n")));
        fields.put("section", section);
        fields.put("supervisionPhone", supervisionPhone);
        fields.put("source", source.name());
        for (int quarter = 1; quarter <= 4; quarter++) {
            fields.put(
                    "milestone" + quarter,
                    milestone(quarter).map(Milestone::toString).orElse(null));
        }
        return fields;
    }
}
