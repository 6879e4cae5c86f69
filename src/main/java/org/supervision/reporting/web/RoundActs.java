package org.supervision.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.RoundOrigin;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.PendingSteps;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** The office's acts on a round, each the completion of its work item; an act that has happened already changes nothing. */
@Component
class RoundActs {

    private static final String CHECK = "secrecy-check";
    private static final String SIGNATURE = "round-publication";

    private final RoundPlanning planning;
    private final RoundViews rounds;
    private final WorkItems workItems;
    private final PendingSteps pendingSteps;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    RoundActs(
            RoundPlanning planning,
            RoundViews rounds,
            WorkItems workItems,
            PendingSteps pendingSteps,
            CurrentUsers currentUsers,
            Refusals words) {
        this.planning = planning;
        this.rounds = rounds;
        this.workItems = workItems;
        this.pendingSteps = pendingSteps;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    RoundView plan(RoundForm form) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        return get(planning.plan(user.requiredGovernment(), form.toPlannedRound()));
    }

    RoundView open(String roundId) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        return act(roundId, "round-opening", Map.of(), Set.of(RoundState.OPEN));
    }

    RoundView close(String roundId) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        return act(roundId, "round-closing", Map.of(), Set.of(RoundState.CLOSED));
    }

    /** Puts a past round before the chief. */
    RoundView requestSignature(String roundId) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        planning.requestSignature(get(roundId).id());
        return get(roundId);
    }

    /** What is to be published was looked through for secrets. */
    RoundView checkSecrecy(String roundId, String opinion) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        return act(roundId, CHECK, Map.of("confirmed", true, "opinion", opinion), Set.of(RoundState.PUBLISHED));
    }

    /** The chief signs what was checked. */
    RoundView sign(String roundId) {
        currentUsers.requiredIn(Role.OFFICE_CHIEF);
        if (get(roundId).state() == RoundState.PUBLISHED
                && waiting(roundId, CHECK).isPresent()) {
            throw new DomainException(Kind.CONFLICT, "reporting.round.check-first");
        }
        return act(roundId, SIGNATURE, Map.of("decision", "SIGN", "confirmed", true), Set.of(RoundState.PUBLISHED));
    }

    /** The chief wants it checked again. */
    RoundView returnToCheck(String roundId, String comment) {
        currentUsers.requiredIn(Role.OFFICE_CHIEF);
        return act(roundId, SIGNATURE, Map.of("decision", "RETURN", "comment", comment), Set.of());
    }

    /**
     * The chief signs at once: if nobody has checked the first publication for secrets yet, the chief does so in signing, and
     * what is kept of the check says that. A correction is checked before.
     */
    RoundView publish(String roundId) {
        currentUsers.requiredIn(Role.OFFICE_CHIEF);
        RoundView round = get(roundId);
        if (round.origin() == RoundOrigin.IMPORT && round.state() == RoundState.CLOSED) {
            planning.requestSignature(roundId);
        }
        if (round.state() == RoundState.CLOSED && waiting(roundId, SIGNATURE).isEmpty()) {
            checkSecrecy(
                    roundId, words.text("reporting.secrecy-check.in-signing", List.of(), Locale.SIMPLIFIED_CHINESE));
        }
        return sign(roundId);
    }

    /** What waits for the acting person at the round: the kind of the work item, empty if nothing does. */
    String step(String roundId) {
        return workItems.mineAt(roundId).stream()
                .map(WorkItem::kind)
                .findFirst()
                .orElse("");
    }

    /** A round of the acting person's government. */
    RoundView get(String roundId) {
        CurrentUser user = currentUsers.required();
        if (!user.readsWholeGovernment() && user.unit() == null) {
            throw new AccessDeniedException("no business content for administrators");
        }
        return rounds.find(user.requiredGovernment(), roundId).orElseThrow(() -> DomainException.notFound(roundId));
    }

    private RoundView act(String roundId, String kind, Map<String, ?> values, Set<RoundState> done) {
        RoundView before = get(roundId);
        WorkItem item = waiting(roundId, kind).orElse(null);
        if (item == null && done.contains(before.state())) {
            return before;
        }
        if (item == null) {
            pendingSteps.runNow("reporting-round", roundId);
            item = waiting(roundId, kind)
                    .orElseThrow(() -> new DomainException(Kind.CONFLICT, "reporting.round.not-yet." + kind));
        }
        try {
            workItems.complete(item.id(), values, Map.of());
        } catch (RuntimeException e) {
            // Somebody else, or the round's own date, was first: what was wanted has happened.
            RoundView meanwhile =
                    rounds.findSettled(before.government(), roundId).orElseThrow();
            if (!done.contains(meanwhile.state()) || waiting(roundId, kind).isPresent()) {
                throw e;
            }
        }
        return get(roundId);
    }

    private Optional<WorkItem> waiting(String roundId, String kind) {
        return workItems.mineAt(roundId).stream()
                .filter(item -> item.kind().equals(kind))
                .findFirst();
    }
}
