package org.supervision.workflow.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;
import org.supervision.workflow.process.KeycloakDirectory.Entry;
import org.supervision.workflow.process.KeycloakException.Why;

/**
 * Brings to Keycloak what was decided here, after it is decided: what is rolled back never gets there, and what it does
 * not answer is tried again until it is done, in order.
 */
@Component
@Profile("keycloak")
class KeycloakChanges {

    private static final Logger log = LoggerFactory.getLogger(KeycloakChanges.class);

    private enum Kind {
        CREATE,
        ENTER,
        LEAVE,
        CHANGE_MAIL
    }

    private record Change(
            long id, String username, Kind kind, @Nullable String path, @Nullable String name, @Nullable String mail) {

        GroupPath post() {
            return GroupPath.parse(Objects.requireNonNull(path)).orElseThrow();
        }
    }

    private final JdbcClient jdbc;
    private final KeycloakDirectory directory;
    private final KeycloakPeople people;
    private final TransactionTemplate alone;

    KeycloakChanges(
            JdbcClient jdbc,
            KeycloakDirectory directory,
            KeycloakPeople people,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.people = people;
        this.alone = new TransactionTemplate(transactions);
        // What is decided has been committed when this begins.
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void create(Account account) {
        decide(account.username(), Kind.CREATE, null, account.name(), account.mail());
    }

    void enter(String username, GroupPath post) {
        decide(username, Kind.ENTER, post, null, null);
    }

    void leave(String username, GroupPath post) {
        decide(username, Kind.LEAVE, post, null, null);
    }

    void changeMail(String username, @Nullable String mail) {
        decide(username, Kind.CHANGE_MAIL, null, null, mail);
    }

    private void decide(
            String username, Kind kind, @Nullable GroupPath post, @Nullable String name, @Nullable String mail) {
        jdbc.sql("insert into directory_change (username, kind, path, name, mail) values (?, ?, ?, ?, ?)")
                .params(username, kind.name(), post == null ? null : post.toString(), name, mail)
                .update();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            carryOut(username);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    carryOut(username);
                } catch (RuntimeException e) {
                    log.warn("What was decided for {} is brought to Keycloak later", username, e);
                }
            }
        });
    }

    /** Whether something decided for the person is not done there yet. */
    boolean isWaiting(String username) {
        return jdbc.sql("select exists (select from directory_change where username = ?)")
                .param(username)
                .query(Boolean.class)
                .single();
    }

    /** Does what waits for the person, up to where Keycloak does not answer. What it refuses is not asked again. */
    void carryOut(String username) {
        if (!isWaiting(username)) {
            return;
        }
        alone.executeWithoutResult(status -> {
            people.lock(username);
            for (Change change : waiting(username)) {
                if (!isDone(change)) {
                    return;
                }
                jdbc.sql("delete from directory_change where id = ?")
                        .param(change.id())
                        .update();
            }
        });
    }

    private List<Change> waiting(String username) {
        return jdbc.sql(
                        "select id, username, kind, path, name, mail from directory_change where username = ? order by id")
                .param(username)
                .query((row, n) -> new Change(
                        row.getLong("id"),
                        row.getString("username"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("path"),
                        row.getString("name"),
                        row.getString("mail")))
                .list();
    }

    private boolean isDone(Change change) {
        try {
            carryOut(change);
        } catch (KeycloakException e) {
            if (e.why() != Why.REFUSED) {
                return false;
            }
            log.error("Keycloak refuses {}: what it says of the person is taken over instead", change);
        } catch (DomainException e) {
            log.error("Keycloak cannot {}: what it says of the person is taken over instead", change, e);
        }
        return true;
    }

    private void carryOut(Change change) {
        String username = change.username();
        switch (change.kind()) {
            case CREATE ->
                people.bind(directory.create(username, Objects.requireNonNull(change.name()), change.mail()), username);
            case ENTER -> directory.enter(id(username), change.post());
            case LEAVE -> known(username).ifPresent(id -> directory.leave(id, change.post()));
            case CHANGE_MAIL -> directory.changeMail(id(username), change.mail());
        }
    }

    private String id(String username) {
        return known(username)
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.CONFLICT, "identity.error.not-in-directory", username));
    }

    private Optional<String> known(String username) {
        return people.id(username)
                .or(() -> directory.byUsername(username).map(Entry::id).filter(id -> people.username(id)
                        .isEmpty()));
    }

    /** Whatever an outage, or the end of a node between commit and call, has left over. */
    @Scheduled(
            initialDelayString = "${supervision.keycloak.retry-every}",
            fixedDelayString = "${supervision.keycloak.retry-every}")
    void carryOutAll() {
        jdbc.sql("select distinct username from directory_change order by username")
                .query(String.class)
                .list()
                .forEach(username -> {
                    try {
                        carryOut(username);
                    } catch (RuntimeException e) {
                        log.error("What was decided for {} cannot be brought to Keycloak", username, e);
                    }
                });
    }
}
