package org.supervision.keytask.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SubItem;
import org.supervision.keytask.SubItemStandings;
import org.supervision.keytask.SubItemStandings.OfQuarter;
import org.supervision.keytask.SubItemStandings.Standing;
import org.supervision.keytask.SubItemTree;
import org.supervision.keytask.SubItemTree.Difference;
import org.supervision.keytask.SubItems;
import org.supervision.keytask.web.KeyTaskView.UnitView;
import org.supervision.shared.Quarter;

/** How a key task is split, with the names of its units; REST and portal show the same. */
@Component
class SubItemViews {

    /**
     * A sub-item with its unit.
     *
     * @param takesPart false where the unit neither leads nor supports the key task any more
     * @param standing in the quarter of the split; null where it says nothing of it
     */
    record Item(
            long id,
            int ordinal,
            String name,
            UnitView unit,
            @Nullable Long indicator,
            @Nullable BigDecimal share,
            int version,
            boolean takesPart,
            @Nullable Standing standing) {}

    /** An indicator with its shares, and whether together they are its target. */
    record Branch(
            AgreedIndicator indicator,
            List<Item> items,
            @Nullable BigDecimal distributed,
            @Nullable Difference difference,
            @Nullable BigDecimal distance,
            @Nullable Standing standing) {}

    /**
     * All of it.
     *
     * @param units those that may carry something, the lead first
     * @param quarter of the standings; null before the first round
     */
    record Split(List<Branch> branches, List<Item> others, List<UnitView> units, @Nullable Quarter quarter) {

        public boolean none() {
            return branches.isEmpty() && others.isEmpty();
        }

        /** Whether shares of the indicator stand, which sharing it evenly would overwrite. */
        public boolean isShared(long indicator) {
            return branches.stream().anyMatch(branch -> branch.indicator().id() == indicator);
        }
    }

    private final KeyTaskViews views;
    private final KeyTasks keyTasks;
    private final SubItems subItems;
    private final SubItemStandings standings;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;

    SubItemViews(
            KeyTaskViews views,
            KeyTasks keyTasks,
            SubItems subItems,
            SubItemStandings standings,
            OrgUnits units,
            CurrentUsers currentUsers) {
        this.views = views;
        this.keyTasks = keyTasks;
        this.subItems = subItems;
        this.standings = standings;
        this.units = units;
        this.currentUsers = currentUsers;
    }

    /** What a person may not see does not exist for them. */
    Split get(String keyTask) {
        return of(views.get(keyTask));
    }

    Split of(KeyTaskView keyTask) {
        KeyTask task = keyTasks.get(keyTask.id());
        List<SubItem> items = subItems.of(task.id());
        SubItemTree tree = SubItemTree.of(keyTask.agreedIndicators(), items);
        Map<String, OrgUnit> named = units.byCodes(
                Stream.concat(task.unitCodes().stream(), items.stream().map(SubItem::unit))
                        .distinct()
                        .toList());
        OfQuarter now = items.isEmpty()
                ? null
                : standings.latest(task.id(), currentUsers.required()).orElse(null);
        return new Split(
                tree.branches().stream()
                        .map(branch -> new Branch(
                                branch.indicator(),
                                items(branch.items(), task, named, now),
                                branch.distributed(),
                                branch.difference(),
                                branch.distance(),
                                now == null
                                        ? null
                                        : now.together().get(branch.indicator().id())))
                        .toList(),
                items(tree.others(), task, named, null),
                task.unitCodes().stream().map(code -> unit(code, named)).toList(),
                now == null ? null : now.quarter());
    }

    private static List<Item> items(
            List<SubItem> items, KeyTask task, Map<String, OrgUnit> named, @Nullable OfQuarter now) {
        return items.stream()
                .map(item -> new Item(
                        item.id(),
                        item.ordinal(),
                        item.name(),
                        unit(item.unit(), named),
                        item.indicator(),
                        item.share(),
                        item.version(),
                        task.unitCodes().contains(item.unit()),
                        now == null ? null : now.items().get(item.id())))
                .toList();
    }

    private static UnitView unit(String code, Map<String, OrgUnit> named) {
        return new UnitView(code, named.get(code).name());
    }
}
