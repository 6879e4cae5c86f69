package org.supervision.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people are signed in with a session, on whatever node. One ends when it is not used for some time, after a longest
 * time in any case, and when the person or the security administrator ends it. Times are the database's: the business
 * clock can be set.
 */
@Service
@Transactional
public class SignIns {

    /** Under this name a session knows which sign-in it belongs to. */
    public static final String ATTRIBUTE = "org.supervision.sign-in";

    private static final int LONGEST_TEXT = 300;

    private final JdbcClient jdbc;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;
    private final Duration idle;
    private final Duration longest;

    SignIns(
            JdbcClient jdbc,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events,
            @Value("${supervision.sessions.idle}") Duration idle,
            @Value("${supervision.sessions.longest}") Duration longest) {
        this.jdbc = jdbc;
        this.currentUsers = currentUsers;
        this.events = events;
        this.idle = idle;
        this.longest = longest;
    }

    /**
     * One that goes on.
     *
     * @param agent how the browser calls itself
     */
    public record SignIn(UUID id, String username, String address, String agent, Instant beganAt, Instant seenAt) {}

    /** Keeps that somebody has signed in. */
    public UUID begin(String username, String address, String agent) {
        jdbc.sql("delete from sign_in where seen_at < now() - cast(? as interval)")
                .param(seconds(idle))
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into sign_in (id, username, address, agent) values (?, ?, ?, ?)")
                .params(id, username, bounded(address), bounded(agent))
                .update();
        return id;
    }

    /**
     * Whether it may still be used.
     *
     * @param used false for what a page asks by itself
     */
    public boolean goesOn(UUID id, boolean used) {
        Optional<Boolean> fresh = jdbc.sql(
                        """
                        select seen_at > now() - interval '1 minute' from sign_in
                         where id = ? and began_at > now() - cast(? as interval) and seen_at > now() - cast(? as interval)""")
                .params(id, seconds(longest), seconds(idle))
                .query(Boolean.class)
                .optional();
        if (used && fresh.isPresent() && !fresh.get()) {
            jdbc.sql("update sign_in set seen_at = now() where id = ?")
                    .param(id)
                    .update();
        }
        return fresh.isPresent();
    }

    /** Somebody has signed out. */
    public void left(UUID id) {
        jdbc.sql("delete from sign_in where id = ?").param(id).update();
    }

    /** Of one person, the last used first; everybody sees the own ones, the security administrator anybody's. */
    @Transactional(readOnly = true)
    public List<SignIn> of(String username) {
        keeper(username);
        return jdbc.sql(
                        """
                        select id, username, address, agent, began_at, seen_at from sign_in
                         where username = ? and began_at > now() - cast(? as interval)
                           and seen_at > now() - cast(? as interval) order by seen_at desc, id""")
                .params(username, seconds(longest), seconds(idle))
                .query(SignIns::signIn)
                .list();
    }

    /** Ends one; false if it has ended before. */
    public boolean end(String username, UUID id) {
        keeper(username);
        int ended = jdbc.sql("delete from sign_in where username = ? and id = ?")
                .params(username, id)
                .update();
        return told(username, ended) > 0;
    }

    /** Ends all but this one; how many. */
    public int endOthers(String username, UUID but) {
        keeper(username);
        int ended = jdbc.sql("delete from sign_in where username = ? and id <> ?")
                .params(username, but)
                .update();
        return told(username, ended);
    }

    /** Nobody is signed in as this person any more: the account was closed or its password taken away. */
    void endAll(String username) {
        jdbc.sql("delete from sign_in where username = ?").param(username).update();
    }

    private int told(String username, int ended) {
        if (ended > 0) {
            events.publishEvent(AccountAct.signInsEnded(username));
        }
        return ended;
    }

    private void keeper(String username) {
        CurrentUser user = currentUsers.required();
        if (!user.username().equals(username)) {
            currentUsers.requiredIn(Role.SECURITY_ADMIN);
        }
    }

    private static SignIn signIn(ResultSet row, int index) throws SQLException {
        return new SignIn(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant());
    }

    private static String bounded(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " seconds";
    }
}
