package org.supervision.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GroupPath;
import org.supervision.identity.MailAddress;
import org.supervision.identity.People;
import org.supervision.identity.People.Newcomer;
import org.supervision.identity.Person;
import org.supervision.identity.PostGrants;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.HandOverEvent.HandOverPlanned;
import org.supervision.workflow.HandOverEvent.HandOverWithdrawn;
import org.supervision.workflow.HandOverEvent.HandedOver;

/**
 * Passes posts from one person to another. What waits for a post waits for it still: work items, drafts and requests need
 * no moving; a claim of the leaver is taken back, and who holds no post any more is signed out.
 */
@Service
@Transactional
public class HandOvers {

    private static final int LONGEST_AHEAD_DAYS = 366;

    private final HandOverStore store;
    private final People people;
    private final CurrentUsers currentUsers;
    private final Claims claims;
    private final PostDeputies deputies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOvers(
            HandOverStore store,
            People people,
            CurrentUsers currentUsers,
            Claims claims,
            PostDeputies deputies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.currentUsers = currentUsers;
        this.claims = claims;
        this.deputies = deputies;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param posts paths of those handed over; none means all
     * @param successor username; {@code null} means somebody new of the name, telephone and mail given
     * @param startsOn {@code null} means today
     * @param movesTo post the leaver gets elsewhere; {@code null} for who leaves
     * @param movesToUnit code, for posts of units
     */
    public record Wish(
            @Nullable List<String> posts,
            @Nullable String successor,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String mail,
            @Nullable LocalDate startsOn,
            @Nullable Role movesTo,
            @Nullable String movesToUnit) {}

    /** Hands over at once or, from a day to come, plans it. */
    public HandOver begin(String government, String leaver, Wish wish) {
        CurrentUser user = keeper(government);
        Person from = people.get(government, leaver);
        List<GroupPath> posts = posts(government, from, wish.posts());
        Role movesTo = wish.movesTo();
        if (!PostGrants.mayFill(user, from) || movesTo != null && !PostGrants.mayFill(user, movesTo)) {
            throw new DomainException(Kind.FORBIDDEN, "identity.error.not-your-post");
        }
        Person successor = wish.successor() == null ? null : successor(government, from, wish.successor(), posts);
        if (successor == null
                && (wish.name() == null || wish.name().isBlank() || wish.name().length() > 60)) {
            throw DomainException.invalidField("name", "workflow.hand-over.name");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate startsOn = wish.startsOn() == null ? today : wish.startsOn();
        if (startsOn.isBefore(today) || startsOn.isAfter(today.plusDays(LONGEST_AHEAD_DAYS))) {
            throw DomainException.invalidField("startsOn", "workflow.hand-over.starts-on");
        }
        HandOver handOver = new HandOver(
                UUID.randomUUID().toString(),
                government,
                posts,
                from.username(),
                from.name(),
                successor == null ? null : successor.username(),
                successor == null ? String.valueOf(wish.name()).strip() : successor.name(),
                successor == null ? wish.phone() : null,
                successor == null ? MailAddress.optional("mail", wish.mail()) : null,
                movesTo == null ? null : people.post(government, movesTo, wish.movesToUnit()),
                startsOn,
                user,
                clock.instant(),
                null,
                null);
        if (!store.insert(handOver)) {
            throw new DomainException(Kind.CONFLICT, "workflow.hand-over.open", from.name());
        }
        if (startsOn.equals(today)) {
            pass(handOver);
        } else {
            events.publishEvent(new HandOverPlanned(handOver));
        }
        return store.find(handOver.id()).orElseThrow();
    }

    /** What is held as a deputy only goes back to its holder. */
    private List<GroupPath> posts(String government, Person from, @Nullable List<String> wanted) {
        Set<String> lent = deputies.heldAsDeputy(from.username());
        List<GroupPath> held = from.posts().stream()
                .filter(post -> !lent.contains(post.toString()))
                .filter(post -> wanted == null || wanted.isEmpty() || wanted.contains(post.toString()))
                .toList();
        if (held.isEmpty()) {
            throw DomainException.invalidField("posts", "workflow.hand-over.posts");
        }
        return held;
    }

    /** A person is of one unit at most. */
    private Person successor(String government, Person from, String username, List<GroupPath> posts) {
        if (username.equals(from.username())) {
            throw DomainException.invalidField("successor", "workflow.hand-over.self");
        }
        Person successor = people.get(government, username);
        boolean elsewhere = successor.unit() != null
                && posts.stream()
                        .anyMatch(post -> post.unit() != null && !post.unit().equals(successor.unit()));
        if (elsewhere) {
            throw DomainException.invalidField("successor", "workflow.hand-over.other-unit", successor.name());
        }
        return successor;
    }

    /** The day has come; does nothing if it was called off or has happened. */
    public void takeEffect(String id) {
        store.lock(id).filter(HandOver::isPlanned).ifPresent(this::pass);
    }

    private void pass(HandOver handOver) {
        CurrentUser by = handOver.requestedBy();
        String government = handOver.government();
        Person from = people.get(government, handOver.leaver());
        List<GroupPath> posts =
                handOver.posts().stream().filter(from.posts()::contains).toList();
        deputies.endOf(from.username(), posts);
        String successor = handOver.successor() == null ? join(handOver, by) : handOver.successor();
        people.handOver(by, government, from, people.get(government, successor), posts);
        if (handOver.movesTo() != null) {
            people.give(by, from.username(), Objects.requireNonNull(handOver.movesTo()));
        }
        people.closeIfLeft(by, government, from.username());
        claims.giveBack(from.username(), posts);
        store.done(handOver.id(), successor, clock.instant());
        events.publishEvent(new HandedOver(store.find(handOver.id()).orElseThrow()));
    }

    private String join(HandOver handOver, CurrentUser by) {
        GroupPath first = handOver.posts().get(0);
        return people.join(
                by,
                handOver.government(),
                new Newcomer(
                        null,
                        handOver.successorName(),
                        first.role(),
                        first.unit(),
                        handOver.successorMail(),
                        handOver.successorPhone()));
    }

    /** Calls a planned hand-over off. */
    public void withdraw(String government, String id) {
        keeper(government);
        HandOver handOver = store.lock(id)
                .filter(found -> found.government().equals(government))
                .orElseThrow(() -> DomainException.notFound(id));
        if (!handOver.isPlanned()) {
            throw new DomainException(Kind.CONFLICT, "workflow.hand-over.not-planned");
        }
        store.withdraw(id, clock.instant());
        events.publishEvent(new HandOverWithdrawn(handOver));
    }

    /** The first instant of the successor's first day. */
    @Transactional(readOnly = true)
    public Instant startsAt(String id) {
        return store.find(id)
                .orElseThrow(() -> DomainException.notFound(id))
                .startsOn()
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    /** Of a government, newest first, for whoever keeps its accounts. */
    @Transactional(readOnly = true)
    public List<HandOver> of(String government) {
        keeper(government);
        return store.of(government);
    }

    /** Those by which the person who is acting got posts. */
    @Transactional(readOnly = true)
    public List<HandOver> mine() {
        return store.to(currentUsers.required().username());
    }

    /** One that concerns the person who is acting: the successor, the office, or the leader of the unit. */
    @Transactional(readOnly = true)
    public HandOver get(String id) {
        CurrentUser user = currentUsers.required();
        return store.find(id)
                .filter(found -> found.government().equals(user.government()))
                .filter(found -> user.isOffice()
                        || user.username().equals(found.successor())
                        || user.is(Role.UNIT_LEADER)
                                && found.posts().stream().anyMatch(post -> user.isOfUnit(post.unit())))
                .orElseThrow(() -> DomainException.notFound(id));
    }

    private CurrentUser keeper(String government) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN);
        return Optional.of(user)
                .filter(keeper -> keeper.is(Role.SYSTEM_ADMIN) || government.equals(keeper.government()))
                .orElseThrow(() -> DomainException.notFound(government));
    }
}
