package org.supervision.workflow.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.identity.AccountAct;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Accounts.State;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.identity.GroupPath;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Claims;
import org.supervision.workflow.DirectoryPeople;
import org.supervision.workflow.KeycloakSettings;
import org.supervision.workflow.PostDeputies;
import org.supervision.workflow.process.KeycloakDirectory.Entry;
import org.supervision.workflow.process.KeycloakDirectory.Holders;
import org.supervision.workflow.process.KeycloakException.Why;

/**
 * Follows what Keycloak says of people: of whoever acts, before they act; of everybody from time to time. Who has lost a
 * post gives back what they had claimed.
 */
@Component
@Profile("keycloak")
class KeycloakFollowing implements DirectoryPeople {

    private static final Logger log = LoggerFactory.getLogger(KeycloakFollowing.class);

    private final KeycloakDirectory directory;
    private final KeycloakAccounts accounts;
    private final KeycloakPeople people;
    private final KeycloakChanges changes;
    private final PostDeputies deputies;
    private final Governments governments;
    private final OrgUnits units;
    private final Claims claims;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final KeycloakSettings settings;
    private final io.micrometer.core.instrument.Clock ticks;

    /** When Keycloak last answered for whom, on a clock that only ticks: the business clock can be set. */
    private final Map<String, Duration> answered = new ConcurrentHashMap<>();

    KeycloakFollowing(
            KeycloakDirectory directory,
            KeycloakAccounts accounts,
            KeycloakPeople people,
            KeycloakChanges changes,
            PostDeputies deputies,
            Governments governments,
            OrgUnits units,
            Claims claims,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            KeycloakSettings settings,
            io.micrometer.core.instrument.Clock ticks) {
        this.directory = directory;
        this.accounts = accounts;
        this.people = people;
        this.changes = changes;
        this.deputies = deputies;
        this.governments = governments;
        this.units = units;
        this.claims = claims;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.ticks = ticks;
    }

    @Override
    public Optional<Account> signedIn(String id, @Nullable String name) {
        Optional<String> known = people.username(id);
        String username = known.orElse(name);
        if (username == null) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.current(username);
        if (people.id(username).filter(id::equals).isEmpty()) {
            account.ifPresent(other -> log.warn("{} at Keycloak is not who is called so here", username));
            return Optional.empty();
        }
        return account;
    }

    /** Asks of one person unless that was done a moment ago; without an answer what is kept goes for a time. */
    void follow(String username) {
        Duration now = Duration.ofNanos(ticks.monotonicTime());
        Duration last = answered.get(username);
        if (last != null && now.minus(last).compareTo(settings.checkAfter()) < 0) {
            return;
        }
        try {
            take(username);
            answered.put(username, now);
        } catch (KeycloakException e) {
            if (e.why() != Why.SILENT || last == null || now.minus(last).compareTo(settings.outage()) > 0) {
                throw new DomainException(Kind.UNAVAILABLE, "identity.error.directory-unavailable");
            }
        }
    }

    private void take(String username) {
        changes.carryOut(username);
        if (changes.isWaiting(username)) {
            throw new KeycloakException(Why.SILENT);
        }
        if (differs(username, said(username))) {
            asNobody(() -> {
                // Asked again behind the lock: an act of ours may have been under way.
                people.lock(username);
                if (!changes.isWaiting(username)) {
                    keep(username, said(username));
                }
                return true;
            });
        }
    }

    /** Who is known is looked for by id; a name is looked for only until it is known whose it is. */
    private Optional<Entry> said(String username) {
        return people.id(username).map(directory::byId).orElseGet(() -> directory
                .byUsername(username)
                .filter(entry -> people.username(entry.id()).isEmpty()));
    }

    private boolean differs(String username, Optional<Entry> said) {
        Optional<Account> kept = accounts.find(username);
        if (kept.isEmpty()) {
            return said.map(entry -> !posts(entry).isEmpty()).orElse(false);
        }
        Account account = kept.get();
        return said.map(entry -> !entry.name().equals(account.name())
                                || !Optional.ofNullable(entry.mail()).equals(Optional.ofNullable(account.mail()))
                                || people.id(username).isEmpty())
                        .orElse(false)
                || !account.groupPaths().equals(said.map(this::posts).orElse(Set.of()))
                || (account.state() == State.CLOSED)
                        != said.map(entry -> posts(entry).isEmpty()).orElse(true);
    }

    /**
     * Who may not sign in there holds no post here; a group of a government or unit that is not served is none. Whom the
     * directory puts in groups that no one person may hold together holds none of them: rights would mix.
     */
    private Set<String> posts(Entry entry) {
        if (!entry.enabled()) {
            return Set.of();
        }
        List<GroupPath> posts = entry.posts().stream()
                .flatMap(path -> GroupPath.parse(path).stream())
                .filter(this::isServed)
                .toList();
        if (!GroupPath.fitTogether(posts)) {
            log.warn("{} is in groups at Keycloak that one person may not hold together: {}", entry.username(), posts);
            return Set.of();
        }
        return posts.stream().map(GroupPath::toString).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isServed(GroupPath post) {
        String government = post.government();
        return government == null
                || (post.unit() == null
                        ? governments.find(government).isPresent()
                        : units.find(post.unit())
                                .filter(unit -> unit.government().equals(government))
                                .isPresent());
    }

    private void keep(String username, Optional<Entry> said) {
        if (!differs(username, said)) {
            return;
        }
        Optional<Account> before = accounts.find(username);
        Set<String> held = before.map(Account::groupPaths).orElse(Set.of());
        Set<String> posts = said.map(this::posts).orElse(Set.of());
        said.ifPresent(entry -> people.bind(entry.id(), username));
        accounts.keep(
                new Account(
                        username,
                        said.map(Entry::name)
                                .or(() -> before.map(Account::name))
                                .orElse(username),
                        posts,
                        said.map(Entry::mail).orElse(null),
                        posts.isEmpty() ? State.CLOSED : State.OPEN),
                posts);
        List<GroupPath> lost = KeycloakAccounts.minus(held, posts).stream()
                .flatMap(path -> GroupPath.parse(path).stream())
                .toList();
        if (!lost.isEmpty()) {
            claims.giveBack(username, lost);
            deputies.endOf(username, lost);
        }
        if (!held.equals(posts)) {
            events.publishEvent(AccountAct.told(
                    KeycloakAccounts.government(posts.isEmpty() ? held : posts), username, words(held), words(posts)));
        }
    }

    private static @Nullable String words(Set<String> posts) {
        return posts.isEmpty() ? null : String.join(", ", new TreeSet<>(posts));
    }

    /** Who is acting may be just what is being found out. */
    private void asNobody(Supplier<Boolean> act) {
        Supplier<SecurityContext> before = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            transaction.execute(status -> act.get());
        } finally {
            SecurityContextHolder.setDeferredContext(before);
        }
    }

    /** Everybody, for lists and notices: who has come or left without ever signing in; makes the groups of new units. */
    @Scheduled(
            initialDelayString = "${supervision.keycloak.follow-every}",
            fixedDelayString = "${supervision.keycloak.follow-every}")
    void followAll() {
        try {
            List<Government> served = governments.all();
            Holders holders =
                    directory.holders(served.stream().map(Government::code).collect(Collectors.toSet()));
            served.stream()
                    .flatMap(government -> posts(government).stream())
                    .filter(post -> !holders.groups().contains(post.toString()))
                    .forEach(directory::ensure);
            Map<String, Entry> said = byUsername(holders.people().values());
            Set<String> usernames = new TreeSet<>(said.keySet());
            usernames.addAll(accounts.holders());
            usernames.stream()
                    .filter(username -> differs(username, Optional.ofNullable(said.get(username))))
                    .forEach(this::takeApart);
        } catch (DomainException e) {
            log.warn("What is known of people stays as it was: Keycloak has not answered");
        }
    }

    private Map<String, Entry> byUsername(Collection<Entry> entries) {
        Map<String, String> usernames = people.usernames();
        Set<String> taken = Set.copyOf(usernames.values());
        Map<String, Entry> said = new HashMap<>();
        for (Entry entry : entries) {
            String known = usernames.get(entry.id());
            if (known != null) {
                said.put(known, entry);
            } else if (taken.contains(entry.username())) {
                log.warn("{} at Keycloak is not who was called so before, and holds no post", entry.username());
            } else {
                said.put(entry.username(), entry);
            }
        }
        return said;
    }

    /** What cannot be kept of one person keeps nobody else from being read. */
    private void takeApart(String username) {
        try {
            take(username);
        } catch (DomainException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("What Keycloak says of {} cannot be kept", username, e);
        }
    }

    private List<GroupPath> posts(Government government) {
        String code = government.code();
        List<GroupPath> posts = new ArrayList<>(List.of(
                GroupPath.office(code, Role.OFFICER),
                GroupPath.office(code, Role.OFFICE_CHIEF),
                GroupPath.cityLeader(code)));
        for (OrgUnit unit : units.of(code)) {
            posts.add(GroupPath.liaison(code, unit.code()));
            posts.add(GroupPath.unitLeader(code, unit.code()));
        }
        return posts;
    }
}
