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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * Accounts in Keycloak. What it said last is kept in the engine's tables, so that lists, notices and jobs ask no other
 * server; {@link KeycloakFollowing} keeps them up. What is changed here is changed there as the last act before the
 * commit: if Keycloak refuses, nothing has happened.
 */
@Component
@Profile("keycloak")
class KeycloakAccounts extends EngineAccounts {

    private static final String CLOSED_BY = "keycloak";

    private final KeycloakDirectory directory;
    private final ObjectProvider<KeycloakFollowing> following;
    private final Clock clock;

    KeycloakAccounts(
            ObjectProvider<ProcessEngine> engine,
            JdbcClient jdbc,
            KeycloakDirectory directory,
            ObjectProvider<KeycloakFollowing> following,
            Clock clock) {
        super(engine, jdbc);
        this.directory = directory;
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

    @Override
    public void create(Account account, @Nullable String password) {
        lock(account.username());
        if (find(account.username()).isPresent()) {
            return;
        }
        keep(account, account.groupPaths());
        beforeCommit(() -> {
            directory.create(account.username(), account.name(), account.mail());
            account.groupPaths().stream()
                    .flatMap(path -> GroupPath.parse(path).stream())
                    .forEach(post -> directory.enter(account.username(), post));
        });
    }

    @Override
    public void enter(String username, GroupPath group) {
        lock(username);
        super.enter(username, group);
        beforeCommit(() -> directory.enter(username, group));
    }

    @Override
    public void leave(String username, GroupPath group) {
        lock(username);
        super.leave(username, group);
        beforeCommit(() -> directory.leave(username, group));
    }

    @Override
    public void changeMail(String username, @Nullable String mail) {
        lock(username);
        super.changeMail(username, mail);
        beforeCommit(() -> directory.changeMail(username, mail));
    }

    private static void beforeCommit(Runnable act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                act.run();
            }
        });
    }

    /** Until the end of the transaction nobody else changes what is kept of the person. */
    void lock(String username) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('account:' || ?, 0))")
                .param(username)
                .query((row, index) -> true)
                .single();
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
