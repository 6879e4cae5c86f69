package org.supervision.keytask;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * The indicators that units report values of. They follow what the office confirms of the proposals, and may be entered or
 * changed by hand; a text that is worded anew leaves them as they are until its proposals are decided.
 */
@Service
@Transactional
public class AgreedIndicators {

    /** More values a report is not asked for. */
    private static final int MOST = 30;

    private final AgreedIndicatorStore store;
    private final SubItemStore subItems;
    private final KeyTasks keyTasks;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AgreedIndicators(
            AgreedIndicatorStore store,
            SubItemStore subItems,
            KeyTasks keyTasks,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.subItems = subItems;
        this.keyTasks = keyTasks;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * How an indicator stood since somebody changed it.
     *
     * @param before how it stood until then; {@code null} if it was new
     */
    public record Change(
            AgreedIndicator agreed,
            @Nullable AgreedIndicator before,
            boolean retired,
            String changedByName,
            Instant changedAt) {}

    /**
     * How an indicator is measured, as somebody enters it.
     *
     * @param start null if nobody knows
     * @param expected by the number of the quarter
     */
    public record Terms(
            Indicator target, @Nullable BigDecimal start, Map<Integer, BigDecimal> expected, boolean atYearEndOnly) {}

    /** Those of a key task that count. */
    @Transactional(readOnly = true)
    public List<AgreedIndicator> of(String keyTask) {
        return store.of(List.of(keyTask));
    }

    /** Those that count, by key task; without an entry where there are none. */
    @Transactional(readOnly = true)
    public Map<String, List<AgreedIndicator>> of(Collection<String> keyTasks) {
        return keyTasks.isEmpty()
                ? Map.of()
                : store.of(keyTasks).stream().collect(Collectors.groupingBy(AgreedIndicator::keyTask));
    }

    /** A version of an indicator. */
    public record State(long indicator, int version) {}

    /** Indicators as they were. */
    @Transactional(readOnly = true)
    public Map<State, AgreedIndicator> at(Collection<State> states) {
        return states.isEmpty()
                ? Map.of()
                : store.at(states).stream()
                        .collect(Collectors.toMap(each -> new State(each.id(), each.version()), each -> each));
    }

    /** All states they had, the latest first. */
    @Transactional(readOnly = true)
    public List<Change> changes(String keyTask) {
        return store.changes(keyTask);
    }

    /** The office has one measured that no text names. */
    public AgreedIndicator enter(String keyTask, Terms terms) {
        CurrentUser user = office(keyTask);
        IndicatorProposals.check(terms.target());
        requireCounted(terms.target());
        requireMeasurable(terms);
        List<AgreedIndicator> known = store.of(List.of(keyTask));
        if (known.size() >= MOST) {
            throw new DomainException(Kind.CONFLICT, "keytask.error.indicators-enough", MOST);
        }
        if (known.stream().anyMatch(each -> each.isMeantBy(terms.target()))) {
            throw DomainException.invalidField(
                    "name", "keytask.error.indicator-known", terms.target().name());
        }
        AgreedIndicator entered = new AgreedIndicator(
                store.nextId(),
                keyTask,
                terms.target(),
                null,
                terms.start(),
                terms.expected(),
                terms.atYearEndOnly(),
                1);
        store.insert(entered, user, clock.instant());
        tell(null, entered);
        return entered;
    }

    /**
     * @param version that was seen
     * @return it as it is stored now, with its new version
     * @throws DomainException also if its unit is changed while parts of the key task have shares of it
     */
    public AgreedIndicator change(String keyTask, long id, int version, Terms terms) {
        CurrentUser user = office(keyTask);
        IndicatorProposals.check(terms.target());
        requireCounted(terms.target());
        requireMeasurable(terms);
        AgreedIndicator before = seen(keyTask, id, version);
        AgreedIndicator after = new AgreedIndicator(
                id,
                keyTask,
                terms.target(),
                before.targetQuarter(),
                terms.start(),
                terms.expected(),
                terms.atYearEndOnly(),
                before.version());
        if (after.equals(before)) {
            return before;
        }
        requireSharesFit(before, after.target());
        store.update(after, false, user, clock.instant());
        tell(before, after);
        return after.at(before.version() + 1);
    }

    /** Shares, and what was reported of them, are in the unit they were split in. */
    private void requireSharesFit(AgreedIndicator before, Indicator target) {
        boolean sameUnit = target.scale() == before.target().scale()
                && Objects.equals(target.unit(), before.target().unit());
        if (!sameUnit
                && subItems.of(List.of(before.keyTask())).stream()
                        .anyMatch(item -> Objects.equals(item.indicator(), before.id()))) {
            throw DomainException.invalidField("unit", "keytask.error.indicator-split");
        }
    }

    /** It is measured no more; what was reported of it stays. */
    public void retire(String keyTask, long id, int version) {
        CurrentUser user = office(keyTask);
        AgreedIndicator before = seen(keyTask, id, version);
        store.update(before, true, user, clock.instant());
        tell(before, null);
    }

    /** Follows what the office decided of a proposal. */
    void follow(IndicatorProposal before, IndicatorProposal after, Collection<IndicatorProposal> others) {
        boolean wasAgreed = isAgreed(before);
        boolean isAgreed = isAgreed(after);
        CurrentUser user = currentUsers.required();
        Optional<AgreedIndicator> known = meant(
                store.lockAll(after.keyTask()),
                wasAgreed ? before.indicator() : after.indicator(),
                after.quarter() != null);
        if (isAgreed) {
            known.ifPresentOrElse(
                    each -> store.update(each.promised(after), false, user, clock.instant()),
                    () -> store.insert(AgreedIndicator.of(after), user, clock.instant()));
        } else if (wasAgreed) {
            known.ifPresent(each -> {
                Integer quarter = after.quarter();
                boolean stays = others.stream()
                        .filter(AgreedIndicators::isAgreed)
                        .anyMatch(other -> other.id() != after.id()
                                && (each.isMeantBy(other.indicator()) || each.isMeantShortlyBy(other.indicator())));
                store.update(quarter == null ? each : each.withoutExpected(quarter), !stays, user, clock.instant());
            });
        }
    }

    /** A milestone that names its thing shorter than the goal is understood where only one can be meant. */
    private static Optional<AgreedIndicator> meant(
            List<AgreedIndicator> known, Indicator indicator, boolean ofMilestone) {
        Optional<AgreedIndicator> same =
                known.stream().filter(each -> each.isMeantBy(indicator)).findFirst();
        List<AgreedIndicator> longer = ofMilestone
                ? known.stream()
                        .filter(each -> each.isMeantShortlyBy(indicator))
                        .toList()
                : List.of();
        return same.isPresent() || longer.size() != 1 ? same : Optional.of(longer.get(0));
    }

    /** Whether a milestone's figure is about exactly one of them. */
    static boolean isMeant(List<AgreedIndicator> known, Indicator ofMilestone) {
        return meant(known, ofMilestone, true).isPresent();
    }

    private static boolean isAgreed(IndicatorProposal proposal) {
        return proposal.state() == IndicatorProposal.State.CONFIRMED
                && proposal.indicator().isCounted();
    }

    /** Quarters of the year, and figures that fit a table. */
    static void requireMeasurable(Terms terms) {
        boolean quarters = terms.expected().keySet().stream().allMatch(quarter -> quarter >= 1 && quarter <= 4);
        boolean figures = terms.expected().values().stream().allMatch(IndicatorProposals::fit);
        if (!quarters || !figures || !IndicatorProposals.fit(terms.start())) {
            throw DomainException.invalidField("expected", "keytask.error.indicator-terms");
        }
    }

    private static void requireCounted(Indicator target) {
        if (!target.isCounted()) {
            throw DomainException.invalidField("comparator", "keytask.error.indicator-not-counted");
        }
    }

    private CurrentUser office(String keyTask) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        if (!keyTasks.get(keyTask).isVisibleTo(user)) {
            throw DomainException.notFound(keyTask);
        }
        return user;
    }

    private AgreedIndicator seen(String keyTask, long id, int version) {
        AgreedIndicator stored = store.lock(keyTask, id).orElseThrow(() -> DomainException.notFound(id));
        if (stored.version() != version) {
            throw new DomainException(Kind.CONFLICT, "keytask.error.indicator-changed");
        }
        return stored;
    }

    private void tell(@Nullable AgreedIndicator before, @Nullable AgreedIndicator after) {
        AgreedIndicator either = after == null ? Objects.requireNonNull(before) : after;
        events.publishEvent(new AgreedIndicatorChanged(
                either.keyTask(), keyTasks.get(either.keyTask()).government(), before, after));
    }
}
