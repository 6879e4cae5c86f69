package org.supervision.keytask.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.People;
import org.supervision.identity.Person;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.IndicatorProposal;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskLamps;
import org.supervision.keytask.KeyTaskLamps.QuarterLamp;
import org.supervision.keytask.KeyTaskQuery;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.shared.Lamp;
import org.supervision.shared.Slice;

/** Reads what the person who asks may see; REST and portal show the same. */
@Component
class KeyTaskViews {

    private final CurrentUsers currentUsers;
    private final KeyTasks keyTasks;
    private final IndicatorProposals indicators;
    private final AgreedIndicators agreed;
    private final KeyTaskLamps lamps;
    private final OrgUnits units;
    private final People people;

    KeyTaskViews(
            CurrentUsers currentUsers,
            KeyTasks keyTasks,
            IndicatorProposals indicators,
            AgreedIndicators agreed,
            KeyTaskLamps lamps,
            OrgUnits units,
            People people) {
        this.currentUsers = currentUsers;
        this.keyTasks = keyTasks;
        this.indicators = indicators;
        this.agreed = agreed;
        this.lamps = lamps;
        this.units = units;
        this.people = people;
    }

    Slice<KeyTaskView> search(
            @Nullable Integer year, @Nullable String unit, @Nullable Lamp lamp, @Nullable String text, Pageable page) {
        CurrentUser reader = currentUsers.required();
        List<String> among = lamp == null ? null : lamps.standing(reader.requiredGovernment(), year, lamp);
        Slice<KeyTask> found = keyTasks.search(KeyTaskQuery.visibleTo(
                reader, year, unit, text, among, page.getPageNumber(), page.getPageSize(), page.getSort()));
        Map<String, OrgUnit> named = keyTasks.unitsOf(found.items());
        Set<String> important = keyTasks.important(found.items());
        Map<String, List<IndicatorProposal>> proposed =
                indicators.of(found.items().stream().map(KeyTask::id).toList()).stream()
                        .collect(Collectors.groupingBy(IndicatorProposal::keyTask));
        Map<String, List<AgreedIndicator>> measured =
                agreed.of(found.items().stream().map(KeyTask::id).toList());
        Map<String, List<QuarterLamp>> standing =
                lamps.lastFour(found.items().stream().map(KeyTask::id).toList());
        Map<String, String> leaders = leaders(found.items());
        return found.map(keyTask -> KeyTaskView.of(
                keyTask,
                named,
                important.contains(keyTask.id()),
                leaders.get(keyTask.id()),
                proposed.getOrDefault(keyTask.id(), List.of()),
                measured.getOrDefault(keyTask.id(), List.of()),
                standing.getOrDefault(keyTask.id(), List.of())));
    }

    /** The years of the own government, to choose from. */
    List<Integer> years() {
        return keyTasks.years(currentUsers.required().requiredGovernment());
    }

    /** The units of the own government, to choose from. */
    List<OrgUnit> units() {
        return units.of(currentUsers.required().requiredGovernment());
    }

    /** What a person may not see does not exist for them. */
    KeyTaskView get(String id) {
        CurrentUser user = currentUsers.required();
        user.requiredGovernment();
        KeyTask keyTask = keyTasks.get(id);
        if (!keyTask.isVisibleTo(user)) {
            throw DomainException.notFound(id);
        }
        return KeyTaskView.of(
                keyTask,
                keyTasks.unitsOf(List.of(keyTask)),
                keyTasks.isImportant(id),
                leaders(List.of(keyTask)).get(id),
                indicators.of(List.of(id)),
                agreed.of(id),
                lamps.lastFour(List.of(id)).getOrDefault(id, List.of()));
    }

    /** Names of the leaders in charge by id of the key task; an account that leads no more is shown as it is. */
    private Map<String, String> leaders(List<KeyTask> found) {
        Map<String, String> accounts = keyTasks.leadersInCharge(found);
        if (accounts.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = people.cityLeaders(found.get(0).government()).stream()
                .collect(Collectors.toMap(Person::username, Person::name));
        return accounts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, account -> names.getOrDefault(account.getValue(), account.getValue())));
    }
}
