package org.supervision.identity.web;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;

/** Tells the caller who they are here. */
@RestController
class MeController {

    /** The caller with the names of government and unit. */
    record MeView(
            String username,
            String name,
            @Nullable String government,
            @Nullable String governmentName,
            @Nullable String unit,
            @Nullable String unitName,
            Set<Role> roles) {}

    private final CurrentUsers currentUsers;
    private final Governments governments;
    private final OrgUnits units;

    MeController(CurrentUsers currentUsers, Governments governments, OrgUnits units) {
        this.currentUsers = currentUsers;
        this.governments = governments;
        this.units = units;
    }

    @GetMapping("/api/v1/me")
    MeView me() {
        CurrentUser user = currentUsers.required();
        return new MeView(
                user.username(),
                user.name(),
                user.government(),
                Optional.ofNullable(user.government())
                        .flatMap(governments::find)
                        .map(Government::name)
                        .orElse(null),
                user.unit(),
                Optional.ofNullable(user.unit())
                        .flatMap(units::find)
                        .map(OrgUnit::name)
                        .orElse(null),
                user.roles());
    }
}
