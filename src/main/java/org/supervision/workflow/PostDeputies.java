package org.supervision.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Accounts;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GroupPath;
import org.supervision.identity.People;
import org.supervision.identity.Person;
import org.supervision.identity.PostGiven;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.PostDeputyEvent.DeputyBegan;
import org.supervision.workflow.PostDeputyEvent.DeputyEnded;
import org.supervision.workflow.PostDeputyEvent.DeputyNamed;

/**
 * Deputies for the days somebody is away: a colleague of the same unit, or of the office, holds the post besides its
 * holder. Nobody passes on what they hold as a deputy.
 */
@Service
@Transactional
public class PostDeputies {

    private static final int LONGEST_AHEAD_DAYS = 366;
    private static final int LONGEST_DAYS = 92;
    private static final Set<Role> MAY_BE_AWAY =
            Set.of(Role.LIAISON, Role.UNIT_LEADER, Role.OFFICER, Role.OFFICE_CHIEF);

    private static final String SELECT =
            """
            select id, government, path, holder, holder_name, deputy, deputy_name, starts_on, ends_on, named_at, began_at,
                   ended_at
              from post_deputy
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final People people;
    private final CurrentUsers currentUsers;
    private final Claims claims;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostDeputies(
            JdbcClient jdbc,
            Accounts accounts,
            People people,
            CurrentUsers currentUsers,
            Claims claims,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
        this.currentUsers = currentUsers;
        this.claims = claims;
        this.events = events;
        this.clock = clock;
    }

    /** The posts of the person who is acting that a deputy may be named for. */
    @Transactional(readOnly = true)
    public List<GroupPath> myPosts() {
        CurrentUser user = currentUsers.required();
        Set<String> lent = heldAsDeputy(user.username());
        return user.groupPaths().stream()
                .filter(path -> !lent.contains(path))
                .flatMap(path -> GroupPath.parse(path).stream())
                .filter(post -> MAY_BE_AWAY.contains(post.role()))
                .sorted((one, other) -> one.role().compareTo(other.role()))
                .toList();
    }

    /** Those the person who is acting may name: of the same unit, or of the office. */
    @Transactional(readOnly = true)
    public List<Person> colleagues() {
        CurrentUser user = currentUsers.required();
        return people.of(user.requiredGovernment()).stream()
                .filter(person -> !person.username().equals(user.username()))
                .filter(person -> user.unit() == null
                        ? person.roles().contains(Role.OFFICER)
                                || person.roles().contains(Role.OFFICE_CHIEF)
                        : user.unit().equals(person.unit()))
                .toList();
    }

    /** Named by and naming the person who is acting, and for the chief whoever is a deputy now; newest first. */
    @Transactional(readOnly = true)
    public List<PostDeputy> mine() {
        CurrentUser user = currentUsers.required();
        return jdbc.sql(
                        SELECT
                                + """
                                where holder = :me or deputy = :me or (ended_at is null and government = :kept)
                                order by named_at desc limit 100""")
                .param("me", user.username())
                .param("kept", user.is(Role.OFFICE_CHIEF) ? user.government() : null)
                .query(PostDeputies::deputy)
                .list();
    }

    /** Whose post it is, and the chief: a holder may be out of reach. */
    public static boolean mayEnd(CurrentUser user, PostDeputy deputy) {
        return deputy.holder().equals(user.username())
                || user.is(Role.OFFICE_CHIEF) && deputy.government().equals(user.government());
    }

    /**
     * Names a deputy; begins at once if the first day is today.
     *
     * @param post path of a post of the person who is acting; may be left out by who holds one
     * @param startsOn {@code null} means today
     * @param endsOn the last day
     */
    public PostDeputy name(
            @Nullable String post, @Nullable String deputy, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        CurrentUser user = currentUsers.required();
        List<GroupPath> held = myPosts();
        GroupPath lent = held.stream()
                .filter(each ->
                        post == null ? held.size() == 1 : each.toString().equals(post))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField("post", "workflow.deputy.post"));
        Person person = colleagues().stream()
                .filter(each -> each.username().equals(deputy))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField("deputy", "workflow.deputy.colleague"));
        if (person.posts().contains(lent)) {
            throw DomainException.invalidField("deputy", "workflow.deputy.holds-it", person.name());
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate first = startsOn == null ? today : startsOn;
        if (first.isBefore(today) || first.isAfter(today.plusDays(LONGEST_AHEAD_DAYS))) {
            throw DomainException.invalidField("startsOn", "workflow.deputy.starts-on");
        }
        if (endsOn == null || endsOn.isBefore(first) || ChronoUnit.DAYS.between(first, endsOn) >= LONGEST_DAYS) {
            throw DomainException.invalidField("endsOn", "workflow.deputy.ends-on", LONGEST_DAYS);
        }
        String id = UUID.randomUUID().toString();
        int inserted = jdbc.sql(
                        """
                        insert into post_deputy (id, government, path, holder, holder_name, deputy, deputy_name,
                            starts_on, ends_on, named_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        id,
                        user.requiredGovernment(),
                        lent.toString(),
                        user.username(),
                        user.name(),
                        person.username(),
                        person.name(),
                        first,
                        endsOn,
                        Timestamp.from(clock.instant()))
                .update();
        if (inserted == 0) {
            throw new DomainException(Kind.CONFLICT, "workflow.deputy.open");
        }
        events.publishEvent(new DeputyNamed(get(id)));
        if (first.equals(today)) {
            begin(get(id));
        }
        return get(id);
    }

    /** Ends it before its time, or before it begins: the holder is back or has chosen otherwise, or the chief has. */
    public void withdraw(String id) {
        PostDeputy deputy = lock(id).filter(found -> mayEnd(currentUsers.required(), found))
                .orElseThrow(() -> DomainException.notFound(id));
        if (!deputy.isOpen()) {
            throw new DomainException(Kind.CONFLICT, "workflow.deputy.ended");
        }
        end(deputy);
    }

    /** The first day has come; does nothing if it was called off or has begun. */
    public void takeEffect(String id) {
        lock(id).filter(found -> found.isOpen() && !found.isUnderWay()).ifPresent(this::begin);
    }

    /** The last day is over; does nothing if it ended before. */
    public void runOut(String id) {
        lock(id).filter(PostDeputy::isOpen).ifPresent(this::end);
    }

    /** Those that concern posts somebody gives up for good, or held as a deputy. */
    public void endOf(String username, List<GroupPath> posts) {
        jdbc
                .sql(SELECT + "where ended_at is null and (holder = ? or deputy = ?) order by id for update")
                .params(username, username)
                .query(PostDeputies::deputy)
                .list()
                .stream()
                .filter(open -> open.deputy().equals(username) || posts.contains(open.post()))
                .forEach(this::end);
    }

    /** Who gets the post for good keeps it when the days are over. */
    @EventListener
    void keep(PostGiven given) {
        jdbc.sql(SELECT + "where ended_at is null and deputy = ? and path = ? order by id for update")
                .params(given.username(), given.post().toString())
                .query(PostDeputies::deputy)
                .list()
                .forEach(this::close);
    }

    /** Paths of the posts somebody holds as a deputy only. */
    @Transactional(readOnly = true)
    public Set<String> heldAsDeputy(String username) {
        return jdbc.sql("select path from post_deputy where deputy = ? and began_at is not null and ended_at is null")
                .param(username)
                .query(String.class)
                .set();
    }

    /** Only while the holder still holds the post, and the deputy is still a colleague. */
    private void begin(PostDeputy deputy) {
        boolean holds = accounts.find(deputy.holder())
                .filter(account -> account.groupPaths().contains(deputy.post().toString()))
                .isPresent();
        boolean mayCome = accounts.find(deputy.deputy())
                .filter(account -> account.state() != Accounts.State.CLOSED)
                .filter(account -> !account.groupPaths().contains(deputy.post().toString()))
                .filter(account -> account.groupPaths().stream()
                        .flatMap(path -> GroupPath.parse(path).stream())
                        .anyMatch(post -> isOfSameHouse(post, deputy.post())))
                .isPresent();
        if (!holds || !mayCome) {
            end(deputy);
            return;
        }
        jdbc.sql("update post_deputy set began_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), deputy.id())
                .update();
        accounts.enter(deputy.deputy(), deputy.post());
        events.publishEvent(new DeputyBegan(get(deputy.id())));
    }

    private static boolean isOfSameHouse(GroupPath one, GroupPath other) {
        return Objects.equals(one.government(), other.government()) && Objects.equals(one.unit(), other.unit());
    }

    private void end(PostDeputy deputy) {
        if (deputy.isUnderWay()) {
            accounts.leave(deputy.deputy(), deputy.post());
            claims.giveBack(deputy.deputy(), List.of(deputy.post()));
        }
        close(deputy);
    }

    private void close(PostDeputy deputy) {
        jdbc.sql("update post_deputy set ended_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), deputy.id())
                .update();
        events.publishEvent(new DeputyEnded(get(deputy.id())));
    }

    /** The first instant of the first day. */
    @Transactional(readOnly = true)
    public Instant startsAt(String id) {
        return get(id).startsOn().atStartOfDay(clock.getZone()).toInstant();
    }

    /** The first instant after the last day. */
    @Transactional(readOnly = true)
    public Instant endsAt(String id) {
        return get(id).endsOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private PostDeputy get(String id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PostDeputies::deputy)
                .optional()
                .orElseThrow(() -> DomainException.notFound(id));
    }

    private Optional<PostDeputy> lock(String id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(PostDeputies::deputy)
                .optional();
    }

    private static PostDeputy deputy(ResultSet row, int index) throws SQLException {
        return new PostDeputy(
                row.getString("id"),
                row.getString("government"),
                GroupPath.parse(row.getString("path")).orElseThrow(),
                row.getString("holder"),
                row.getString("holder_name"),
                row.getString("deputy"),
                row.getString("deputy_name"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Objects.requireNonNull(row.getTimestamp("named_at")).toInstant(),
                instant(row.getTimestamp("began_at")),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
