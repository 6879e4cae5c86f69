package org.supervision.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Accounts.Account;
import org.supervision.shared.DomainException;

/** The people of each government, as the accounts and their groups tell. */
@Service
@Transactional
public class People {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");
    private final Accounts accounts;
    private final Governments governments;
    private final OrgUnits units;
    private final FirstPasswords firstPasswords;
    private final PostGrants posts;
    private final UnitDuties duties;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            Accounts accounts,
            Governments governments,
            OrgUnits units,
            FirstPasswords firstPasswords,
            PostGrants posts,
            UnitDuties duties,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.governments = governments;
        this.units = units;
        this.firstPasswords = firstPasswords;
        this.posts = posts;
        this.duties = duties;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Office and city leaders first, then the units' people in the directory's order; each person once. */
    public List<Person> of(String government) {
        return holders(postsOf(government));
    }

    private List<GroupPath> postsOf(String government) {
        List<GroupPath> all = new ArrayList<>(List.of(
                GroupPath.office(government, Role.OFFICE_CHIEF),
                GroupPath.office(government, Role.OFFICER),
                GroupPath.cityLeader(government)));
        units.of(government).forEach(unit -> all.addAll(postsOf(unit)));
        return all;
    }

    /** Those who lead the city, the vice-mayors in charge among them. */
    public List<Person> cityLeaders(String government) {
        return holders(List.of(GroupPath.cityLeader(government)));
    }

    /** Unit leader and liaison of one unit. */
    public List<Person> of(OrgUnit unit) {
        return holders(postsOf(unit));
    }

    /** The three separated administrators of the installation. */
    public List<Person> administrators() {
        return holders(List.of(
                GroupPath.admin(Role.SYSTEM_ADMIN),
                GroupPath.admin(Role.SECURITY_ADMIN),
                GroupPath.admin(Role.AUDITOR)));
    }

    /**
     * Sets the address messages to a person go to, or removes it.
     *
     * @param government whose person it must be
     */
    public Person changeMail(String government, String username, @Nullable String mail) {
        Accounts.Account before = accounts.find(username)
                .filter(account -> government.equals(posts.person(account).government()))
                .orElseThrow(() -> DomainException.notFound(username));
        String checked = MailAddress.optional("mail", mail);
        if (!Objects.equals(before.mail(), checked)) {
            accounts.changeMail(username, checked);
            events.publishEvent(new PersonMailChanged(government, username, before.mail(), checked));
        }
        return Person.of(new Accounts.Account(username, before.name(), before.groupPaths(), checked));
    }

    /** What is known of somebody who is to get a post; without a username one is made up. */
    public record Newcomer(
            @Nullable String username,
            @Nullable String name,
            @Nullable Role role,
            @Nullable String unit,
            @Nullable String mail,
            @Nullable String phone) {}

    /**
     * The same with a password its maker knows and tells: it counts as a first one, which opens nothing but its change.
     *
     * @param password {@code null} for none, where passwords are kept elsewhere at any rate
     */
    public Person add(CurrentUser by, String government, Newcomer newcomer, @Nullable String password) {
        String username = join(by, government, newcomer);
        if (password != null && accounts.keepsPasswords()) {
            firstPasswords.handedOut(by, government, username, PasswordPolicy.length(password));
        }
        return get(government, username);
    }

    /**
     * Gives somebody an account without a password anybody knows ({@link FirstPasswords}) and names them for the post;
     * administrators of the installation are not made here.
     *
     * @return the username
     */
    public String join(CurrentUser by, String government, Newcomer newcomer) {
        governments.get(government);
        GroupPath post = post(government, newcomer.role(), newcomer.unit());
        String username = newcomer.username() == null
                ? freeUsername(post.unit() == null ? government : post.unit(), Set.of())
                : checkedUsername(newcomer.username());
        if (accounts.find(username).isPresent()) {
            throw new DomainException(DomainException.Kind.CONFLICT, "identity.error.username-taken", username);
        }
        String name = RequiredText.of("name", newcomer.name(), 60);
        firstPasswords.make(
                by, new Account(username, name, Set.of(), MailAddress.optional("mail", newcomer.mail())), government);
        changePhone(username, newcomer.phone());
        events.publishEvent(new PersonAdded(username, name, post));
        posts.give(by, username, post);
        return username;
    }

    /** Gives somebody with an account one more post. */
    public void give(CurrentUser by, String government, String username, @Nullable Role role, @Nullable String unit) {
        posts.give(by, get(government, username).username(), post(government, role, unit));
    }

    /** The first username in the unit's or government's row that nobody has and that is none of these. */
    @Transactional(readOnly = true)
    public String freeUsername(String of, Set<String> taken) {
        return IntStream.rangeClosed(1, 999)
                .mapToObj(ordinal -> "%s-%02d".formatted(of, ordinal))
                .filter(username ->
                        !taken.contains(username) && accounts.find(username).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    static String checkedUsername(@Nullable String username) {
        String checked = RequiredText.of("username", username, 60);
        if (!USERNAME.matcher(checked).matches()) {
            throw DomainException.invalidField("username", "identity.error.username");
        }
        return checked;
    }

    /** Whether somebody, wherever, has or had the username. */
    @Transactional(readOnly = true)
    public boolean isTaken(String username) {
        return accounts.find(username).isPresent();
    }

    /** Whether a person may be called so when signing in. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    /** Everybody with a post in the government or named for one, by username. */
    @Transactional(readOnly = true)
    public Map<String, Person> known(String government) {
        Map<String, Set<String>> named = posts.pending(government).stream()
                .collect(Collectors.groupingBy(
                        PostGrants.Pending::username,
                        Collectors.mapping(each -> each.post().toString(), Collectors.toSet())));
        Map<String, Person> known = new LinkedHashMap<>();
        Stream.concat(
                        accounts.membersOfAny(postsOf(government)).stream(),
                        named.isEmpty() ? Stream.empty() : accounts.named(named.keySet()).stream())
                .forEach(account -> known.put(
                        account.username(),
                        PostGrants.person(account, named.getOrDefault(account.username(), Set.of()))));
        return known;
    }

    /** A person with a post in the government or named for one; refused for administrators, who have no other post. */
    @Transactional(readOnly = true)
    public Person get(String government, String username) {
        return accounts.find(username)
                .filter(account -> account.state() != Accounts.State.CLOSED)
                .map(account -> posts.person(account.notOfAdministrator()))
                .filter(person -> government.equals(person.government()))
                .orElseThrow(() -> DomainException.notFound(username));
    }

    /** Telephone numbers by username, of those who have told one. */
    @Transactional(readOnly = true)
    public Map<String, String> phones(Collection<String> usernames) {
        Map<String, String> phones = new LinkedHashMap<>();
        jdbc.sql("select username, phone from person_phone where username = any(?)")
                .param(usernames.toArray(String[]::new))
                .query((row, n) -> phones.put(row.getString(1), row.getString(2)))
                .list();
        return phones;
    }

    /** Sets the telephone number; {@code null} leaves it. */
    public void changePhone(String username, @Nullable String phone) {
        if (phone != null) {
            jdbc.sql(
                            """
                            insert into person_phone (username, phone) values (?, ?)
                            on conflict (username) do update set phone = excluded.phone""")
                    .params(username, RequiredText.of("phone", phone, 40))
                    .update();
        }
    }

    /**
     * Takes posts from one and gives them to another at once; the duties for units go along. Whoever holds no post any
     * more has left: the account is closed, its sessions with it.
     */
    public void handOver(CurrentUser by, String government, Person from, Person to, Collection<GroupPath> wanted) {
        for (GroupPath post : wanted) {
            if (!government.equals(post.government())) {
                throw DomainException.notFound(post);
            }
            posts.take(from.username(), post);
            posts.give(by, to.username(), post);
            if (post.role() == Role.OFFICER || post.role() == Role.OFFICE_CHIEF) {
                duties.handOver(from.username(), to.username());
            }
        }
    }

    /** Closes the account of somebody who holds no post and is named for none. */
    public void closeIfLeft(CurrentUser by, String government, String username) {
        Person person = posts.person(accounts.find(username).orElseThrow());
        if (person.roles().isEmpty()) {
            if (accounts.keepsPasswords()) {
                accounts.setPassword(username, PasswordPolicy.unknown());
            }
            jdbc.sql(
                            """
                            insert into closed_account (username, government, closed_at, closed_by) values (?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(username, government, Timestamp.from(clock.instant()), by.username())
                    .update();
            events.publishEvent(AccountAct.closed(government, username));
        }
    }

    /** Gives a post to somebody who may hold none at the moment. */
    public void give(CurrentUser by, String username, GroupPath post) {
        posts.give(by, username, post);
    }

    /** The post of a role in a government, by its group; refused if there is no such post. */
    public GroupPath post(String government, @Nullable Role role, @Nullable String unit) {
        if (role == null) {
            throw DomainException.invalidField("role", "identity.error.required");
        }
        return switch (role) {
            case LIAISON ->
                GroupPath.liaison(government, unitOf(government, unit).code());
            case UNIT_LEADER ->
                GroupPath.unitLeader(government, unitOf(government, unit).code());
            case OFFICER, OFFICE_CHIEF -> GroupPath.office(government, role);
            case CITY_LEADER -> GroupPath.cityLeader(government);
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR ->
                throw DomainException.invalidField("role", "identity.error.role");
        };
    }

    private OrgUnit unitOf(String government, @Nullable String code) {
        String checkedCode = RequiredText.of("unit", code, 30);
        return units.find(checkedCode)
                .filter(unit -> unit.government().equals(government))
                .orElseThrow(() -> DomainException.invalidField("unit", "identity.error.unknown-unit", checkedCode));
    }

    private static List<GroupPath> postsOf(OrgUnit unit) {
        return List.of(
                GroupPath.unitLeader(unit.government(), unit.code()),
                GroupPath.liaison(unit.government(), unit.code()));
    }

    private List<Person> holders(List<GroupPath> wanted) {
        Map<String, Person> byUsername = new LinkedHashMap<>();
        for (GroupPath post : wanted) {
            accounts.membersOf(post).forEach(account -> byUsername.putIfAbsent(account.username(), Person.of(account)));
        }
        return List.copyOf(byUsername.values());
    }
}
