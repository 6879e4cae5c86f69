package org.supervision.keytask.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SubItem;
import org.supervision.keytask.SubItemTree;
import org.supervision.keytask.SubItemTree.Difference;
import org.supervision.keytask.SubItems;
import org.supervision.keytask.web.KeyTaskView.UnitView;

/** How a key task is split, with the names of its units; REST and portal show the same. */
@Component
class SubItemViews {

    /**
     * A sub-item with its unit.
     *
     * @param takesPart false where the unit neither leads nor supports the key task any more
     */
    record Item(
            long id,
            int ordinal,
            String name,
            UnitView unit,
            @Nullable Long indicator,
            @Nullable BigDecimal share,
            int version,
            boolean takesPart) {}

    /** An indicator with its shares, and whether together they are its target. */
    record Branch(
            AgreedIndicator indicator,
            List<Item> items,
            @Nullable BigDecimal distributed,
            @Nullable Difference difference,
            @Nullable BigDecimal distance) {}

    /** All of it; units: those that may carry something, the lead first. */
    record Split(List<Branch> branches, List<Item> others, List<UnitView> units) {

        public boolean none() {
            return branches.isEmpty() && others.isEmpty();
        }
    }

    private final KeyTaskViews views;
    private final KeyTasks keyTasks;
    private final SubItems subItems;
    private final OrgUnits units;

    SubItemViews(KeyTaskViews views, KeyTasks keyTasks, SubItems subItems, OrgUnits units) {
        this.views = views;
        this.keyTasks = keyTasks;
        this.subItems = subItems;
        this.units = units;
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
        return new Split(
                tree.branches().stream()
                        .map(branch -> new Branch(
                                branch.indicator(),
                                items(branch.items(), task, named),
                                branch.distributed(),
                                branch.difference(),
                                branch.distance()))
                        .toList(),
                items(tree.others(), task, named),
                task.unitCodes().stream().map(code -> unit(code, named)).toList());
    }

    private static List<Item> items(List<SubItem> items, KeyTask task, Map<String, OrgUnit> named) {
        return items.stream()
                .map(item -> new Item(
                        item.id(),
                        item.ordinal(),
                        item.name(),
                        unit(item.unit(), named),
                        item.indicator(),
                        item.share(),
                        item.version(),
                        task.unitCodes().contains(item.unit())))
                .toList();
    }

    private static UnitView unit(String code, Map<String, OrgUnit> named) {
        return new UnitView(code, named.get(code).name());
    }
}
