package org.supervision.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;

/** Merges a unit into another over REST. */
@RestController
@RequestMapping("/api/v1/units/{code}/merger")
class UnitMergerController {

    private final OrgUnits units;
    private final CurrentUsers currentUsers;

    UnitMergerController(OrgUnits units, CurrentUsers currentUsers) {
        this.units = units;
        this.currentUsers = currentUsers;
    }

    /** @param into code of the unit that has the duties from now on */
    record Merger(@Nullable String into) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@PathVariable String code, @RequestBody Merger merger) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN);
        if (user.government() != null
                && !user.government().equals(units.get(code).government())) {
            throw DomainException.notFound(code);
        }
        units.merge(code, merger.into() == null ? "" : merger.into());
    }
}
