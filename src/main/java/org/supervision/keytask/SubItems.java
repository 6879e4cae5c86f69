package org.supervision.keytask;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * Key tasks split into parts that their units carry (decision 0028). Only the office splits; units report values of what they
 * carry, and the sums are held against the key task's own figure.
 */
@Service
@Transactional
public class SubItems {

    /** A city has some ten counties, and a table of more rows is read by nobody. */
    private static final int MOST = 60;

    private static final int LONGEST_NAME = 100;

    private final SubItemStore store;
    private final KeyTasks keyTasks;
    private final AgreedIndicators indicators;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SubItems(
            SubItemStore store,
            KeyTasks keyTasks,
            AgreedIndicators indicators,
            OrgUnits units,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.keyTasks = keyTasks;
        this.indicators = indicators;
        this.units = units;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** A version of a sub-item. */
    public record State(long subItem, int version) {}

    /**
     * How a sub-item stood since somebody changed it.
     *
     * @param shareBefore null where it had none or is new
     */
    public record Change(
            SubItem item, @Nullable BigDecimal shareBefore, boolean retired, String changedByName, Instant changedAt) {}

    /**
     * What is split off, as somebody enters it.
     *
     * @param name blank for the unit's
     * @param unit code
     * @param indicator null like the share for a part without a figure
     */
    public record Terms(@Nullable String name, String unit, @Nullable Long indicator, @Nullable BigDecimal share) {}

    /** Those of a key task that count, in their order. */
    @Transactional(readOnly = true)
    public List<SubItem> of(String keyTask) {
        return store.of(List.of(keyTask));
    }

    /** Sub-items as they were. */
    @Transactional(readOnly = true)
    public Map<State, SubItem> at(Collection<State> states) {
        return states.isEmpty()
                ? Map.of()
                : store.at(states).stream()
                        .collect(Collectors.toMap(each -> new State(each.id(), each.version()), Function.identity()));
    }

    /** All states they had, the latest first. */
    @Transactional(readOnly = true)
    public List<Change> changes(String keyTask) {
        return store.changes(keyTask);
    }

    public SubItem add(String keyTask, Terms terms) {
        KeyTask task = office(keyTask);
        List<SubItem> known = store.lock(keyTask);
        SubItem added = item(task, 0, next(known), terms, 0);
        requireRoom(known, 1);
        return insert(task, added);
    }

    /**
     * @param version that was seen
     * @return it as it is stored now, with its new version
     */
    public SubItem change(String keyTask, long id, int version, Terms terms) {
        KeyTask task = office(keyTask);
        SubItem before = seen(keyTask, id, version);
        SubItem after = item(task, id, before.ordinal(), terms, version);
        if (before.indicator() != null && !before.indicator().equals(after.indicator())) {
            // What was reported of it is in the unit of the other.
            throw DomainException.invalidField("indicator", "keytask.error.sub-item-indicator-stays");
        }
        return after.equals(before) ? before : update(task, before, after);
    }

    /** It counts no more; what was reported of it stays. */
    public void retire(String keyTask, long id, int version) {
        KeyTask task = office(keyTask);
        SubItem before = seen(keyTask, id, version);
        store.update(before, true, currentUsers.required(), clock.instant());
        events.publishEvent(new SubItemChanged(keyTask, task.government(), before, null));
    }

    /**
     * Shares an indicator evenly among all supporting units, less what the lead carries itself; units that have a share get
     * the new one. Of what does not add up each gets the whole.
     */
    public void distribute(String keyTask, long indicator) {
        KeyTask task = office(keyTask);
        AgreedIndicator whole = agreed(keyTask, indicator);
        List<String> among = task.supportingUnitCodes();
        if (among.isEmpty()) {
            throw new DomainException(Kind.CONFLICT, "keytask.error.sub-items-no-units");
        }
        List<SubItem> known = new ArrayList<>(store.lock(keyTask));
        Map<String, List<SubItem>> carried = known.stream()
                .filter(item -> Objects.equals(item.indicator(), indicator))
                .collect(Collectors.groupingBy(SubItem::unit));
        requireRoom(known, (int)
                among.stream().filter(unit -> !carried.containsKey(unit)).count());
        BigDecimal rest = carried.entrySet().stream()
                .filter(entry -> !among.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(item -> Objects.requireNonNull(item.share()))
                .reduce(Objects.requireNonNull(whole.target().value()), BigDecimal::subtract);
        List<BigDecimal> shares = EvenShares.of(whole.target(), rest, among.size());
        for (int i = 0; i < among.size(); i++) {
            String unit = among.get(i);
            List<SubItem> own = carried.getOrDefault(unit, List.of());
            if (own.size() > 1) {
                throw new DomainException(Kind.CONFLICT, "keytask.error.sub-items-several", nameOf(unit));
            }
            Terms terms = new Terms(own.isEmpty() ? null : own.get(0).name(), unit, indicator, shares.get(i));
            if (own.isEmpty()) {
                known.add(insert(task, item(task, 0, next(known), terms, 0)));
            } else {
                SubItem before = own.get(0);
                SubItem after = item(task, before.id(), before.ordinal(), terms, before.version());
                if (after.share() != null && after.share().compareTo(before.share()) != 0) {
                    update(task, before, after);
                }
            }
        }
    }

    /** What a unit carried goes on with the unit it was merged into. */
    void replaceUnit(String unit, String into, int fromYear) {
        String oldName = nameOf(unit);
        for (SubItem before : store.carriedBy(unit, fromYear)) {
            SubItem after = new SubItem(
                    before.id(),
                    before.keyTask(),
                    before.ordinal(),
                    before.name().equals(oldName) ? nameOf(into) : before.name(),
                    into,
                    before.indicator(),
                    before.share(),
                    before.version());
            update(keyTasks.get(before.keyTask()), before, after);
        }
    }

    private SubItem insert(KeyTask task, SubItem item) {
        SubItem added = store.insert(item, currentUsers.required(), clock.instant());
        events.publishEvent(new SubItemChanged(task.id(), task.government(), null, added));
        return added;
    }

    private SubItem update(KeyTask task, SubItem before, SubItem after) {
        SubItem stored = store.update(after, false, currentUsers.required(), clock.instant());
        events.publishEvent(new SubItemChanged(task.id(), task.government(), before, stored));
        return stored;
    }

    private SubItem item(KeyTask task, long id, int ordinal, Terms terms, int version) {
        if (!task.unitCodes().contains(terms.unit())) {
            throw DomainException.invalidField("unit", "keytask.error.sub-item-unit", shownUnit(task, terms.unit()));
        }
        String name = terms.name() == null || terms.name().isBlank()
                ? nameOf(terms.unit())
                : terms.name().strip();
        if (name.length() > LONGEST_NAME) {
            throw DomainException.invalidField("name", "keytask.error.too-long", LONGEST_NAME);
        }
        Long indicator = terms.indicator();
        if ((indicator == null) != (terms.share() == null)) {
            throw DomainException.invalidField("share", "keytask.error.sub-item-figure");
        }
        if (indicator != null) {
            boolean additive = agreed(task.id(), indicator).target().isAdditive();
            BigDecimal share = Objects.requireNonNull(terms.share());
            if (!IndicatorProposals.fit(share) || additive && share.signum() <= 0) {
                throw DomainException.invalidField("share", "keytask.error.sub-item-share");
            }
        }
        return new SubItem(id, task.id(), ordinal, name, terms.unit(), indicator, terms.share(), version);
    }

    private AgreedIndicator agreed(String keyTask, long indicator) {
        return indicators.of(keyTask).stream()
                .filter(each -> each.id() == indicator)
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField("indicator", "keytask.error.sub-item-indicator"));
    }

    private static int next(List<SubItem> known) {
        return known.stream().mapToInt(SubItem::ordinal).max().orElse(0) + 1;
    }

    private static void requireRoom(List<SubItem> known, int more) {
        if (known.size() + more > MOST) {
            throw new DomainException(Kind.CONFLICT, "keytask.error.sub-items-enough", MOST);
        }
    }

    private KeyTask office(String keyTask) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        KeyTask task = keyTasks.get(keyTask);
        if (!task.isVisibleTo(user)) {
            throw DomainException.notFound(keyTask);
        }
        return task;
    }

    private SubItem seen(String keyTask, long id, int version) {
        SubItem stored = store.lock(keyTask).stream()
                .filter(item -> item.id() == id)
                .findFirst()
                .orElseThrow(() -> DomainException.notFound(id));
        if (stored.version() != version) {
            throw new DomainException(Kind.CONFLICT, "keytask.error.sub-item-changed");
        }
        return stored;
    }

    private String nameOf(String unit) {
        return units.get(unit).name();
    }

    /** Units of other governments are nobody's business here. */
    private String shownUnit(KeyTask task, String unit) {
        Optional<OrgUnit> known =
                units.find(unit).filter(each -> each.government().equals(task.government()));
        return known.map(OrgUnit::name).orElse(unit);
    }
}
