package org.supervision.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New first passwords for people who hold posts: whoever reads one could work in their place, so the system administrator
 * asks for it and the security administrator confirms.
 */
@Service
@Transactional
public class PasswordRequests {

    /** A confirmation that is not used is no stock. */
    private static final Duration CONFIRMED_FOR = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordRequests(
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

    /** Somebody for whom a new first password was asked and not confirmed yet. */
    public record Pending(String username, String name, String government, String requestedBy, Instant requestedAt) {}

    /** Whether a confirmation is there, which is not taken. */
    boolean isConfirmed(String username) {
        return jdbc.sql("select exists (select from password_request where username = ? and confirmed_at > ?)")
                .params(username, Timestamp.from(clock.instant().minus(CONFIRMED_FOR)))
                .query(Boolean.class)
                .single();
    }

    /** Takes a confirmation that is there; otherwise asks for one. */
    boolean confirmed(String government, String username, CurrentUser by) {
        int taken = jdbc.sql("delete from password_request where username = ? and confirmed_at > ?")
                .params(username, Timestamp.from(clock.instant().minus(CONFIRMED_FOR)))
                .update();
        if (taken > 0) {
            return true;
        }
        jdbc.sql(
                        """
                        insert into password_request (username, government, requested_by, requested_at)
                        values (?, ?, ?, ?)
                        on conflict (username) do update set requested_by = excluded.requested_by,
                            requested_at = excluded.requested_at, confirmed_by = null, confirmed_at = null""")
                .params(username, government, by.username(), Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(AccountAct.password(government, username, "ask-for-password"));
        return false;
    }

    /** Of all governments, oldest first. */
    @Transactional(readOnly = true)
    public List<Pending> pending() {
        String waiting = " from password_request where confirmed_at is null";
        Map<String, String> names = accounts.names(
                jdbc.sql("select username" + waiting).query(String.class).list());
        return jdbc.sql("select username, government, requested_by, requested_at" + waiting
                        + " order by requested_at, username")
                .query((row, n) -> new Pending(
                        row.getString(1),
                        names.getOrDefault(row.getString(1), row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** The security administrator's act; false if it was decided before. */
    public boolean decide(String username, boolean granted) {
        CurrentUser by = currentUsers.requiredIn(Role.SECURITY_ADMIN);
        List<String> governments = granted
                ? jdbc.sql(
                                """
                                update password_request set confirmed_by = ?, confirmed_at = ?
                                 where username = ? and confirmed_at is null and requested_by <> ?
                                returning government""")
                        .params(by.username(), Timestamp.from(clock.instant()), username, by.username())
                        .query(String.class)
                        .list()
                : jdbc.sql(
                                "delete from password_request where username = ? and confirmed_at is null returning government")
                        .param(username)
                        .query(String.class)
                        .list();
        governments.forEach(government -> events.publishEvent(
                AccountAct.password(government, username, granted ? "confirm-password" : "refuse-password")));
        return !governments.isEmpty();
    }
}
