package org.supervision.identity.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.People;
import org.supervision.identity.Person;
import org.supervision.identity.Role;
import org.supervision.identity.UnitDuties;
import org.supervision.identity.UnitDuty;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** The unit directory as the person who asks may see and keep it; the same for REST and portal. */
@Component
class UnitViews {

    /**
     * A unit with the usernames of its people.
     *
     * @param duty who of the office is responsible for it; {@code null} if nobody is
     */
    record UnitView(
            String code,
            String government,
            String name,
            List<String> aliases,
            List<String> accounts,
            @Nullable UnitDuty duty) {}

    private static final Role[] KEEPERS = {Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN};

    private final CurrentUsers currentUsers;
    private final OrgUnits units;
    private final People people;
    private final UnitDuties duties;

    UnitViews(CurrentUsers currentUsers, OrgUnits units, People people, UnitDuties duties) {
        this.currentUsers = currentUsers;
        this.units = units;
        this.people = people;
        this.duties = duties;
    }

    /** Units of the own government, or of the one an administrator names, or of all. */
    Slice<UnitView> search(@Nullable String government, @Nullable String text, Pageable page) {
        String scope = GovernmentScope.of(currentUsers.required(), government);
        Slice<OrgUnit> found = units.search(scope, text, page.getPageNumber(), page.getPageSize());
        Map<String, UnitDuty> responsible =
                duties.of(found.items().stream().map(OrgUnit::code).toList());
        return found.map(unit -> view(unit, responsible.get(unit.code())));
    }

    boolean mayKeep() {
        CurrentUser user = currentUsers.required();
        return List.of(KEEPERS).stream().anyMatch(user::is);
    }

    UnitView create(@Nullable String government, @Nullable String name) {
        CurrentUser user = currentUsers.requiredIn(KEEPERS);
        return view(units.create(GovernmentScope.required(user, government), name));
    }

    UnitView addAlias(String code, @Nullable String alias) {
        CurrentUser user = currentUsers.requiredIn(KEEPERS);
        OrgUnit unit = units.get(code);
        if (user.government() != null && !user.government().equals(unit.government())) {
            throw DomainException.notFound(code);
        }
        return view(units.addAlias(code, alias));
    }

    UnitView assignDuty(String code, @Nullable String officer, @Nullable String deputy) {
        duties.assign(code, officer, deputy);
        return view(units.get(code));
    }

    /** Whom the chief can choose from; nobody for others. */
    List<Account> office() {
        CurrentUser user = currentUsers.required();
        return user.is(Role.OFFICE_CHIEF) ? duties.office(user.requiredGovernment()) : List.of();
    }

    private UnitView view(OrgUnit unit) {
        return view(unit, duties.of(unit.code()).orElse(null));
    }

    private UnitView view(OrgUnit unit, @Nullable UnitDuty duty) {
        return new UnitView(
                unit.code(),
                unit.government(),
                unit.name(),
                unit.aliases(),
                people.of(unit).stream().map(Person::username).sorted().toList(),
                duty);
    }
}
