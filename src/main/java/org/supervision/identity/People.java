package org.supervision.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.shared.DomainException;

/** The people of each government, as the accounts and their groups tell. */
@Service
@Transactional
public class People {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");
    private static final int SHORTEST_PASSWORD = 8;

    /** Longer ones are refused before they are hashed. */
    private static final int LONGEST_PASSWORD = 100;

    private final Accounts accounts;
    private final Governments governments;
    private final OrgUnits units;
    private final ApplicationEventPublisher events;

    People(Accounts accounts, Governments governments, OrgUnits units, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.governments = governments;
        this.units = units;
        this.events = events;
    }

    /** Office and city leaders first, then the units' people in the directory's order; each person once. */
    public List<Person> of(String government) {
        List<GroupPath> posts = new ArrayList<>(List.of(
                GroupPath.office(government, Role.OFFICE_CHIEF),
                GroupPath.office(government, Role.OFFICER),
                GroupPath.cityLeader(government)));
        units.of(government).forEach(unit -> posts.addAll(postsOf(unit)));
        return holders(posts);
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
     * Gives a person an account with one post in a government; administrators of the installation are not made here.
     *
     * @param unit code, exactly for the posts of a unit
     */
    public Person add(
            String government,
            @Nullable String username,
            @Nullable String name,
            @Nullable String password,
            @Nullable Role role,
            @Nullable String unit,
            @Nullable String mail) {
        governments.get(government);
        String checkedUsername = RequiredText.of("username", username, 60);
        if (!USERNAME.matcher(checkedUsername).matches()) {
            throw DomainException.invalidField("username", "identity.error.username");
        }
        String checkedName = RequiredText.of("name", name, 60);
        if (password == null || password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw DomainException.invalidField(
                    "password", "identity.error.password", SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
        GroupPath post = post(government, role, unit);
        if (accounts.find(checkedUsername).isPresent()) {
            throw new DomainException(DomainException.Kind.CONFLICT, "identity.error.username-taken", checkedUsername);
        }
        Accounts.Account account = new Accounts.Account(
                checkedUsername, checkedName, Set.of(post.toString()), MailAddress.optional("mail", mail));
        accounts.create(account, password);
        events.publishEvent(new PersonAdded(checkedUsername, checkedName, post));
        return Person.of(account);
    }

    /**
     * Sets the address messages to a person go to, or removes it.
     *
     * @param government whose person it must be
     */
    public Person changeMail(String government, String username, @Nullable String mail) {
        Accounts.Account before = accounts.find(username)
                .filter(account -> government.equals(Person.of(account).government()))
                .orElseThrow(() -> DomainException.notFound(username));
        String checked = MailAddress.optional("mail", mail);
        if (!Objects.equals(before.mail(), checked)) {
            accounts.changeMail(username, checked);
            events.publishEvent(new PersonMailChanged(government, username, before.mail(), checked));
        }
        return Person.of(new Accounts.Account(username, before.name(), before.groupPaths(), checked));
    }

    private GroupPath post(String government, @Nullable Role role, @Nullable String unit) {
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

    private List<Person> holders(List<GroupPath> posts) {
        Map<String, Person> byUsername = new LinkedHashMap<>();
        for (GroupPath post : posts) {
            accounts.membersOf(post).forEach(account -> byUsername.putIfAbsent(account.username(), Person.of(account)));
        }
        return List.copyOf(byUsername.values());
    }
}
