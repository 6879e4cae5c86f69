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
import org.supervision.keytask.IndicatorProposal;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskQuery;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** Reads what the person who asks may see; REST and portal show the same. */
@Component
class KeyTaskViews {

    private final CurrentUsers currentUsers;
    private final KeyTasks keyTasks;
    private final IndicatorProposals indicators;
    private final OrgUnits units;

    KeyTaskViews(CurrentUsers currentUsers, KeyTasks keyTasks, IndicatorProposals indicators, OrgUnits units) {
        this.currentUsers = currentUsers;
        this.keyTasks = keyTasks;
        this.indicators = indicators;
        this.units = units;
    }

    Slice<KeyTaskView> search(@Nullable Integer year, @Nullable String unit, @Nullable String text, Pageable page) {
        Slice<KeyTask> found = keyTasks.search(KeyTaskQuery.visibleTo(
                currentUsers.required(), year, unit, text, page.getPageNumber(), page.getPageSize(), page.getSort()));
        Map<String, OrgUnit> named = keyTasks.unitsOf(found.items());
        Set<String> important = keyTasks.important(found.items());
        Map<String, List<IndicatorProposal>> proposed =
                indicators.of(found.items().stream().map(KeyTask::id).toList()).stream()
                        .collect(Collectors.groupingBy(IndicatorProposal::keyTask));
        return found.map(keyTask -> KeyTaskView.of(
                keyTask, named, important.contains(keyTask.id()), proposed.getOrDefault(keyTask.id(), List.of())));
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
                keyTask, keyTasks.unitsOf(List.of(keyTask)), keyTasks.isImportant(id), indicators.of(List.of(id)));
    }
}
