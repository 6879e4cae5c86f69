package org.supervision.workflow.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.process.KeycloakDirectory.Entry;
import org.supervision.workflow.process.KeycloakException.Why;

/**
 * Accounts in Keycloak. What it said last is kept in the engine's tables, so that lists, notices and jobs ask no other
 * server; {@link KeycloakFollowing} keeps them up. What is decided here is done there after the commit ({@link
 * KeycloakChanges}).
 */
@Component
@Profile("keycloak")
class KeycloakAccounts extends EngineAccounts {

    private static final String CLOSED_BY = "keycloak";

    private final KeycloakDirectory directory;
    private final KeycloakPeople people;
    private final KeycloakChanges changes;
    private final ObjectProvider<KeycloakFollowing> following;
    private final Clock clock;

    KeycloakAccounts(
            ObjectProvider<ProcessEngine> engine,
            JdbcClient jdbc,
            KeycloakDirectory directory,
            KeycloakPeople people,
            KeycloakChanges changes,
            ObjectProvider<KeycloakFollowing> following,
            Clock clock) {
        super(engine, jdbc);
        this.directory = directory;
        this.people = people;
        this.changes = changes;
        this.following = following;
        this.clock = clock;
    }

    @Override
    public Optional<Account> current(String username) {
        following.getObject().follow(username);
        return find(username);
    }

    @Override
    public boolean keepsPasswords() {
        return false;
    }

    /** No password of ours opens anything. */
    @Override
    public boolean passwordMatches(String username, String password) {
        return false;
    }

    @Override
    public void setPassword(String username, String password) {
        throw new DomainException(Kind.CONFLICT, "identity.error.passwords-elsewhere");
    }

    @Override
    public void setRandomPassword(String username, String password) {
        setPassword(username, password);
    }

    /** Whoever is called so there already must be the same person: the post would be a stranger's. */
    @Override
    public void create(Account account, @Nullable String password) {
        String username = account.username();
        people.lock(username);
        if (find(username).isPresent()) {
            return;
        }
        Optional<Entry> there = directory.byUsername(username);
        if (there.isPresent() && !isSame(account, there.get())
                || people.id(username).isPresent()) {
            throw KeycloakDirectory.somebodyElse(username);
        }
        keep(account, account.groupPaths());
        there.ifPresentOrElse(entry -> people.bind(entry.id(), username), () -> changes.create(account));
        account.groupPaths().stream()
                .flatMap(path -> GroupPath.parse(path).stream())
                .forEach(post -> changes.enter(username, post));
    }

    private boolean isSame(Account account, Entry entry) {
        return entry.enabled()
                && entry.name().equals(account.name())
                && (entry.mail() == null
                        || account.mail() == null
                        || entry.mail().equalsIgnoreCase(account.mail()))
                && people.username(entry.id()).isEmpty();
    }

    /** Where the application may only read, posts are given there; who does not answer says so later. */
    private void requireMayChange(String username) {
        if (changes.isWaiting(username)) {
            return;
        }
        try {
            String id = people.id(username)
                    .or(() -> directory.byUsername(username).map(Entry::id))
                    .orElseThrow(() -> new DomainException(Kind.CONFLICT, "identity.error.not-in-directory", username));
            if (!directory.mayChange(id)) {
                throw new KeycloakException(Why.REFUSED);
            }
        } catch (KeycloakException e) {
            if (e.why() != Why.SILENT) {
                throw e;
            }
        }
    }

    @Override
    public void enter(String username, GroupPath group) {
        people.lock(username);
        requireMayChange(username);
        super.enter(username, group);
        changes.enter(username, group);
    }

    @Override
    public void leave(String username, GroupPath group) {
        people.lock(username);
        super.leave(username, group);
        changes.leave(username, group);
    }

    @Override
    public void changeMail(String username, @Nullable String mail) {
        people.lock(username);
        requireMayChange(username);
        super.changeMail(username, mail);
        changes.changeMail(username, mail);
    }

    /** Keeps what the directory says; of a closed account the row stays for the names in the history. */
    void keep(Account account, Set<String> posts) {
        Set<String> before = find(account.username()).map(Account::groupPaths).orElse(Set.of());
        write(provider -> {
            UserEntity user = provider.findUserById(account.username());
            if (user == null) {
                user = new UserEntity(account.username());
            }
            user.setFirstName(account.name());
            user.setLastName("");
            user.setEmail(account.mail());
            provider.saveUser(user);
            minus(before, posts).forEach(path -> provider.deleteMembership(account.username(), path));
            return null;
        });
        // Apart, because the engine writes what comes before what goes, and an account is of one kind at a time.
        write(provider -> {
            minus(posts, before).forEach(path -> enter(provider, account.username(), path));
            return null;
        });
        jdbc.sql("delete from closed_account where username = ?")
                .param(account.username())
                .update();
        if (account.state() == State.CLOSED) {
            jdbc.sql("insert into closed_account (username, government, closed_at, closed_by) values (?, ?, ?, ?)")
                    .params(account.username(), government(before), Timestamp.from(clock.instant()), CLOSED_BY)
                    .update();
        }
    }

    /** Usernames of those who hold a post by what is kept. */
    List<String> holders() {
        return jdbc.sql("select distinct user_id_ from act_id_membership")
                .query(String.class)
                .list();
    }

    static Set<String> minus(Set<String> all, Set<String> taken) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(taken);
        return rest;
    }

    /** Code; {@code null} for administrators of the installation and for who held no post. */
    static @Nullable String government(Set<String> posts) {
        return posts.stream()
                .flatMap(path -> GroupPath.parse(path).stream())
                .map(GroupPath::government)
                .filter(code -> code != null)
                .sorted()
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), codes -> codes.isEmpty() ? null : codes.get(0)));
    }
}
