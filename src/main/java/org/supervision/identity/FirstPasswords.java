package org.supervision.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Accounts.State;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * First passwords: made when they are handed out, told once, kept as their hash only. Whoever got one chooses another
 * before anything else; one that is not used in time opens nothing.
 */
@Service
@Transactional
public class FirstPasswords {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PostGrants posts;
    private final PasswordRequests requests;
    private final SignIns signIns;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration validity;

    FirstPasswords(
            JdbcClient jdbc,
            Accounts accounts,
            PostGrants posts,
            PasswordRequests requests,
            SignIns signIns,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${supervision.identity.first-password-days}") int days) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.posts = posts;
        this.requests = requests;
        this.signIns = signIns;
        this.currentUsers = currentUsers;
        this.events = events;
        this.clock = clock;
        this.validity = Duration.ofDays(days);
    }

    /**
     * One strip of a hand-out sheet; exists only while the sheet is written.
     *
     * @param unit code, {@code null} outside units
     */
    public record Strip(
            String username, String name, @Nullable String unit, Set<Role> roles, String password, Instant validUntil) {

        @Override
        public String toString() {
            return "Strip of " + username;
        }
    }

    /**
     * How far the hand-out to one person is.
     *
     * @param validUntil {@code null} before the hand-out
     * @param madeBy who has made the account, if that is known
     */
    public record Progress(
            String username, @Nullable Instant handedOutAt, @Nullable Instant validUntil, @Nullable String madeBy) {}

    /** Gives the account a password nobody knows until one is handed out; another keeper of passwords does it itself. */
    void make(CurrentUser by, Account account, String government) {
        accounts.create(account, null);
        if (!accounts.keepsPasswords()) {
            return;
        }
        jdbc.sql("insert into first_password (username, government, made_at, made_by) values (?, ?, ?, ?)")
                .params(account.username(), government, Timestamp.from(clock.instant()), by.username())
                .update();
    }

    /**
     * Makes the passwords that are still to be handed out and tells them, this once, by unit and name.
     *
     * @param unit code of the only unit wanted, {@code null} for everybody
     */
    public List<Strip> handOut(String government, @Nullable String unit) {
        CurrentUser user = keeper(government);
        List<Strip> strips = new ArrayList<>();
        for (Account account : waiting(government)) {
            Person person = posts.person(account);
            if ((unit == null || unit.equals(person.unit())) && mayHandOut(user, account, person)) {
                strips.add(handOut(government, account, person, user));
            }
        }
        if (strips.isEmpty()) {
            throw new DomainException(Kind.CONFLICT, "identity.error.nothing-to-hand-out");
        }
        return strips.stream()
                .sorted(Comparator.comparing(Strip::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Strip::username))
                .toList();
    }

    /** The system administrator hands out to those they named, whose posts wait for the second administrator's grant. */
    private boolean mayHandOut(CurrentUser user, Account account, Person person) {
        return PostGrants.mayFill(user, person)
                && (!user.is(Role.SYSTEM_ADMIN)
                        || account.groupPaths().isEmpty()
                        || user.username().equals(madeBy(account.username())));
    }

    private @Nullable String madeBy(String username) {
        return jdbc.sql("select made_by from first_password where username = ? and made_by is not null")
                .param(username)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Takes the person's password away and hands out a first one: it was lost, forgotten or not used in time.
     *
     * @return none if another administrator has to confirm it first, who was asked
     */
    public List<Strip> handOutAgain(String government, String username) {
        CurrentUser user = keeper(government);
        Account account = accounts.find(username)
                .filter(found -> found.state() != State.CLOSED)
                .filter(found -> government.equals(posts.person(found).government()))
                .orElseThrow(() -> DomainException.notFound(username));
        Person person = posts.person(account);
        if (!PostGrants.mayFill(user, person) || username.equals(user.username())) {
            throw new DomainException(Kind.FORBIDDEN, "identity.error.not-your-account");
        }
        if (takesTwo(user, account) && !requests.confirmed(government, username, user)) {
            return List.of();
        }
        jdbc.sql(
                        """
                        insert into first_password (username, government, made_at) values (?, ?, ?)
                        on conflict (username) do update set changed_at = null, handed_out_at = null,
                            handed_out_by = null, valid_until = null""")
                .params(username, government, Timestamp.from(clock.instant()))
                .update();
        return List.of(handOut(government, account, person, user));
    }

    /** Whether handing one out again would ask the security administrator first and change nothing yet. */
    public boolean wouldAsk(String username) {
        CurrentUser user = currentUsers.required();
        return accounts.find(username)
                .filter(account -> takesTwo(user, account) && !requests.isConfirmed(username))
                .isPresent();
    }

    /** What opens a post takes two administrators. */
    private static boolean takesTwo(CurrentUser user, Account account) {
        return user.is(Role.SYSTEM_ADMIN) && !account.groupPaths().isEmpty();
    }

    /** The password somebody made up for another, who is told it by them, counts as handed out. */
    void handedOut(CurrentUser by, String government, String username, String password) {
        keepHandedOut(by, government, username);
        accounts.setPassword(username, password);
    }

    private Strip handOut(String government, Account account, Person person, CurrentUser by) {
        Instant until = keepHandedOut(by, government, account.username());
        String password = PasswordPolicy.readable();
        accounts.setRandomPassword(account.username(), password);
        signIns.endAll(account.username());
        return new Strip(account.username(), account.name(), person.unit(), person.roles(), password, until);
    }

    /** @return until when it is good */
    private Instant keepHandedOut(CurrentUser by, String government, String username) {
        Instant now = clock.instant();
        Instant until = now.plus(validity);
        int updated = jdbc.sql(
                        """
                        update first_password set handed_out_at = ?, handed_out_by = ?, valid_until = ?
                         where username = ? and handed_out_at is null""")
                .params(Timestamp.from(now), by.username(), Timestamp.from(until), username)
                .update();
        if (updated == 0) {
            throw new DomainException(Kind.CONFLICT, "identity.error.nothing-to-hand-out");
        }
        events.publishEvent(AccountAct.firstPasswordHandedOut(government, username, until));
        return until;
    }

    private List<Account> waiting(String government) {
        List<String> usernames = jdbc.sql(
                        """
                        select username from first_password where government = ? and handed_out_at is null
                         and changed_at is null order by username for update""")
                .param(government)
                .query(String.class)
                .list();
        return usernames.isEmpty()
                ? List.of()
                : accounts.named(usernames).stream()
                        .filter(account -> account.state() == State.FIRST_PASSWORD)
                        .toList();
    }

    /** Those whose first password is not changed yet, by username. */
    @Transactional(readOnly = true)
    public Map<String, Progress> open(String government) {
        Map<String, Progress> open = new HashMap<>();
        jdbc.sql(
                        """
                        select username, handed_out_at, valid_until, made_by from first_password
                         where government = ? and changed_at is null""")
                .param(government)
                .query((row, n) -> new Progress(
                        row.getString(1), instant(row.getTimestamp(2)), instant(row.getTimestamp(3)), row.getString(4)))
                .list()
                .forEach(progress -> open.put(progress.username(), progress));
        return open;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** Whether the account's first password was not used in time. */
    @Transactional(readOnly = true)
    public boolean hasLapsed(String username) {
        return jdbc.sql(
                        """
                        select exists (select from first_password
                         where username = ? and changed_at is null and valid_until <= ?)""")
                .params(username, Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Gives the person the password of their own choice; what was handed out opens nothing from now on. */
    public void change(String username, @Nullable String password) {
        Account account = accounts.find(username).orElseThrow(() -> DomainException.notFound(username));
        if (account.state() == State.CLOSED || hasLapsed(username)) {
            throw new DomainException(Kind.CONFLICT, "identity.error.first-password-lapsed");
        }
        String chosen = PasswordPolicy.chosen(password, wordsOf(account));
        if (accounts.passwordMatches(username, chosen)) {
            throw DomainException.invalidField("password", "identity.error.password-same");
        }
        accounts.setPassword(username, chosen);
        jdbc.sql("update first_password set changed_at = ? where username = ? and changed_at is null")
                .params(Timestamp.from(clock.instant()), username)
                .update();
        events.publishEvent(AccountAct.passwordChanged(posts.person(account).government(), username));
    }

    /** What somebody who knows the person would try. */
    private List<String> wordsOf(Account account) {
        Person person = posts.person(account);
        return Stream.concat(
                        Stream.of(
                                account.username(), account.name(), person.government(), person.unit(), account.mail()),
                        jdbc
                                .sql(
                                        """
                                        select name from government where code = :government
                                         union all select name from org_unit where code = :unit""")
                                .param("government", person.government())
                                .param("unit", person.unit())
                                .query(String.class)
                                .list()
                                .stream())
                .filter(Objects::nonNull)
                .toList();
    }

    private CurrentUser keeper(String government) {
        if (!accounts.keepsPasswords()) {
            throw new DomainException(Kind.CONFLICT, "identity.error.passwords-elsewhere");
        }
        CurrentUser user = currentUsers.requiredIn(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN);
        return Optional.of(user)
                .filter(keeper -> keeper.is(Role.SYSTEM_ADMIN) || government.equals(keeper.government()))
                .orElseThrow(() -> DomainException.notFound(government));
    }
}
