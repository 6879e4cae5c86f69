package org.supervision.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Accounts.State;
import org.supervision.shared.DomainException;

/**
 * Who gets which post. The chief fills posts below the own one at once; whom the system administrator names holds the
 * post when the security administrator has granted it (domain: the three separated administrators).
 */
@Service
@Transactional
public class PostGrants {

    private static final Set<Role> BELOW_CHIEF = Set.of(Role.LIAISON, Role.UNIT_LEADER, Role.OFFICER);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostGrants(
            JdbcClient jdbc,
            Accounts accounts,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.currentUsers = currentUsers;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody named for a post that is not granted yet. */
    public record Pending(String username, String name, GroupPath post, String requestedBy, Instant requestedAt) {}

    private record Row(String username, String path, String requestedBy, Instant requestedAt) {}

    /** The chief fills the posts below the own one; who stands beside or above is named by the administrator. */
    public static boolean mayFill(CurrentUser user, Role role) {
        return user.is(Role.SYSTEM_ADMIN) || user.is(Role.OFFICE_CHIEF) && BELOW_CHIEF.contains(role);
    }

    /** Whether all posts of the person are such that the user fills. */
    public static boolean mayFill(CurrentUser user, Person person) {
        return person.roles().stream().allMatch(role -> mayFill(user, role));
    }

    /** Gives somebody a post, or names them for it. */
    void give(CurrentUser by, String username, GroupPath post) {
        String government = String.valueOf(post.government());
        if (!mayFill(by, post.role())) {
            throw new DomainException(DomainException.Kind.FORBIDDEN, "identity.error.not-your-post");
        }
        if (accounts.find(username).orElseThrow().groupPaths().contains(post.toString())
                && !isHeldAsDeputy(username, post)) {
            return;
        }
        if (!by.is(Role.SYSTEM_ADMIN)) {
            enter(username, post);
            events.publishEvent(AccountAct.post(government, username, "give-post", null, post));
            return;
        }
        int named = jdbc.sql(
                        """
                        insert into pending_post (username, path, government, requested_by, requested_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(username, post.toString(), government, by.username(), Timestamp.from(clock.instant()))
                .update();
        if (named > 0) {
            events.publishEvent(AccountAct.post(government, username, "name-for-post", null, post));
        }
    }

    private void enter(String username, GroupPath post) {
        accounts.enter(username, post);
        events.publishEvent(new PostGiven(username, post));
    }

    /** A deputy holds the post as anybody else, and gives it back after some days. */
    private boolean isHeldAsDeputy(String username, GroupPath post) {
        return jdbc.sql(
                        """
                        select exists (select from post_deputy
                                        where deputy = ? and path = ? and began_at is not null and ended_at is null)""")
                .params(username, post.toString())
                .query(Boolean.class)
                .single();
    }

    /** Takes a post from somebody at once. */
    void take(String username, GroupPath post) {
        accounts.leave(username, post);
        jdbc.sql("delete from pending_post where username = ? and path = ?")
                .params(username, post.toString())
                .update();
        events.publishEvent(AccountAct.postLeft(String.valueOf(post.government()), username, post));
    }

    /** Of one government or, for {@code null}, of all; oldest first. */
    @Transactional(readOnly = true)
    public List<Pending> pending(@Nullable String government) {
        List<Row> rows = jdbc.sql(
                        """
                        select username, path, requested_by, requested_at from pending_post
                         where :government::text is null or government = :government
                         order by requested_at, username, path""")
                .param("government", government)
                .query((row, n) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
        Map<String, String> names =
                accounts.names(rows.stream().map(Row::username).toList());
        return rows.stream()
                .map(row -> new Pending(
                        row.username(),
                        names.getOrDefault(row.username(), row.username()),
                        GroupPath.parse(row.path()).orElseThrow(),
                        row.requestedBy(),
                        row.requestedAt()))
                .toList();
    }

    /** The security administrator's act; false if it was decided before. */
    public boolean decide(String username, String path, boolean granted) {
        currentUsers.requiredIn(Role.SECURITY_ADMIN);
        GroupPath post = GroupPath.parse(path).orElseThrow(() -> DomainException.notFound(path));
        int found = jdbc.sql("delete from pending_post where username = ? and path = ?")
                .params(username, path)
                .update();
        if (found == 0) {
            return false;
        }
        boolean open = accounts.find(username)
                .filter(account -> account.state() != State.CLOSED)
                .isPresent();
        if (granted && open) {
            enter(username, post);
        }
        events.publishEvent(AccountAct.post(
                String.valueOf(post.government()), username, granted ? "grant-post" : "refuse-post", null, post));
        return true;
    }

    /** The person with the posts held and those named for. */
    @Transactional(readOnly = true)
    public Person person(Account account) {
        return person(
                account,
                jdbc.sql("select path from pending_post where username = ?")
                        .param(account.username())
                        .query(String.class)
                        .set());
    }

    /** @param named paths of the posts the person is named for */
    static Person person(Account account, Set<String> named) {
        Set<String> paths = new HashSet<>(account.groupPaths());
        paths.addAll(named);
        return Person.of(new Account(account.username(), account.name(), paths, account.mail(), account.state()));
    }
}
