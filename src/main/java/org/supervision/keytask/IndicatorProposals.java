package org.supervision.keytask;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.IndicatorProposal.State;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Indicators read from the texts of key tasks: proposals beside the text until the office decides about them. */
@Service
@Transactional
public class IndicatorProposals {

    private static final int MOST_DIGITS = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 20;

    private final IndicatorProposalStore store;
    private final AgreedIndicators agreed;
    private final KeyTasks keyTasks;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    IndicatorProposals(
            IndicatorProposalStore store,
            AgreedIndicators agreed,
            KeyTasks keyTasks,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.agreed = agreed;
        this.keyTasks = keyTasks;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** Those of the goal, then those of the milestones, decided or not. */
    @Transactional(readOnly = true)
    public List<IndicatorProposal> of(Collection<String> keyTasks) {
        return keyTasks.isEmpty() ? List.of() : store.of(keyTasks);
    }

    /**
     * The office confirms an indicator.
     *
     * @param version that was seen
     * @param corrected how it is to be read; null as it stands
     */
    public IndicatorProposal confirm(String keyTask, long id, int version, @Nullable Indicator corrected) {
        if (corrected != null) {
            check(corrected);
        }
        return decide(keyTask, id, version, State.CONFIRMED, corrected);
    }

    /**
     * The office confirms what nobody has decided about, as it stands: the goal's, then of the milestones' those that say how
     * far one of them is to come. A milestone that names something else would become a target of its own by being overlooked;
     * it stays open for a decision of its own.
     *
     * @return how many
     */
    public int confirmAll(String keyTask) {
        int confirmed = confirmAll(keyTask, proposal -> proposal.quarter() == null);
        List<AgreedIndicator> ofGoal = agreed.of(keyTask);
        return confirmed
                + confirmAll(
                        keyTask,
                        proposal -> ofGoal.isEmpty() || AgreedIndicators.isMeant(ofGoal, proposal.indicator()));
    }

    private int confirmAll(String keyTask, Predicate<IndicatorProposal> which) {
        List<IndicatorProposal> open = store.of(List.of(keyTask)).stream()
                .filter(proposal -> proposal.state() == State.PROPOSED)
                .filter(which)
                .toList();
        open.forEach(proposal -> confirm(keyTask, proposal.id(), proposal.version(), null));
        return open.size();
    }

    /** The office says that this is no indicator. */
    public IndicatorProposal reject(String keyTask, long id, int version) {
        return decide(keyTask, id, version, State.REJECTED, null);
    }

    /** Takes a decision back: the indicator is again as it was read, and open. */
    public IndicatorProposal reopen(String keyTask, long id, int version) {
        return decide(keyTask, id, version, State.PROPOSED, null);
    }

    private IndicatorProposal decide(String keyTask, long id, int version, State state, @Nullable Indicator indicator) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        KeyTask owner = keyTasks.get(keyTask);
        if (!owner.isVisibleTo(user)) {
            throw DomainException.notFound(keyTask);
        }
        IndicatorProposal before = store.lock(keyTask, id).orElseThrow(() -> DomainException.notFound(id));
        if (before.version() != version) {
            throw new DomainException(Kind.CONFLICT, "keytask.error.indicator-changed");
        }
        Indicator decided =
                state == State.PROPOSED ? store.extracted(id) : indicator == null ? before.indicator() : indicator;
        if (before.state() == state && before.indicator().equals(decided)) {
            return before;
        }
        store.decide(id, state, decided, user, clock.instant());
        IndicatorProposal after = store.lock(keyTask, id).orElseThrow();
        agreed.follow(before, after, store.of(List.of(keyTask)));
        events.publishEvent(new IndicatorDecided(keyTask, owner.government(), before, after));
        return after;
    }

    static void check(Indicator indicator) {
        if (indicator.name().isBlank() || indicator.name().length() > LONGEST_NAME) {
            throw DomainException.invalidField("name", "keytask.error.indicator-name", LONGEST_NAME);
        }
        if (indicator.unit().length() > LONGEST_UNIT) {
            throw DomainException.invalidField("unit", "keytask.error.indicator-unit", LONGEST_UNIT);
        }
        if (indicator.comparator().takesFigure() && indicator.value() == null) {
            throw DomainException.invalidField("value", "keytask.error.indicator-value");
        }
        if (!fit(indicator.value()) || !fit(indicator.stretchValue())) {
            throw DomainException.invalidField("value", "keytask.error.indicator-figure", MOST_DIGITS);
        }
    }

    /** Whether it can be written down: a few letters may stand for a number of a million digits. */
    static boolean fit(@Nullable BigDecimal figure) {
        return figure == null || figure.precision() <= MOST_DIGITS && Math.abs((long) figure.scale()) <= MOST_DIGITS;
    }
}
