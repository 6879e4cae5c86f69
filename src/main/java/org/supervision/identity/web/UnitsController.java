package org.supervision.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.People;
import org.supervision.identity.Person;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** The unit directory: read by everybody of the government, kept by the office chief and the system administrator. */
@RestController
@RequestMapping("/api/v1/units")
class UnitsController {

    /** A unit to enter; only the system administrator names the government. */
    record UnitForm(@Nullable String name, @Nullable String government) {}

    /** A further or former name. */
    record AliasForm(@Nullable String alias) {}

    /** A unit with the usernames of its people. */
    record UnitView(String code, String government, String name, List<String> aliases, List<String> accounts) {}

    private final CurrentUsers currentUsers;
    private final OrgUnits units;
    private final People people;

    UnitsController(CurrentUsers currentUsers, OrgUnits units, People people) {
        this.currentUsers = currentUsers;
        this.units = units;
        this.people = people;
    }

    @GetMapping
    Slice<UnitView> list(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        String scope = GovernmentScope.of(currentUsers.required(), government);
        return units.search(scope, q, page.getPageNumber(), page.getPageSize()).map(this::view);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UnitView create(@RequestBody UnitForm form) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN);
        return view(units.create(GovernmentScope.required(user, form.government()), form.name()));
    }

    @PostMapping("/{code}/aliases")
    @ResponseStatus(HttpStatus.CREATED)
    UnitView addAlias(@PathVariable String code, @RequestBody AliasForm form) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN);
        OrgUnit unit = units.get(code);
        if (user.government() != null && !user.government().equals(unit.government())) {
            throw DomainException.notFound(code);
        }
        return view(units.addAlias(code, form.alias()));
    }

    private UnitView view(OrgUnit unit) {
        return new UnitView(
                unit.code(),
                unit.government(),
                unit.name(),
                unit.aliases(),
                people.of(unit).stream().map(Person::username).sorted().toList());
    }
}
