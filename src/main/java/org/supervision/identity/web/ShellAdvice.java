package org.supervision.identity.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.thymeleaf.context.LazyContextVariable;

/** Gives every page its top bar; names are looked up only when a page is rendered. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

    private final CurrentUsers currentUsers;
    private final Governments governments;
    private final OrgUnits units;

    ShellAdvice(CurrentUsers currentUsers, Governments governments, OrgUnits units) {
        this.currentUsers = currentUsers;
        this.governments = governments;
        this.units = units;
    }

    @ModelAttribute("shell")
    LazyContextVariable<@Nullable Shell> shell() {
        return new LazyContextVariable<>() {
            @Override
            protected @Nullable Shell loadValue() {
                return currentUsers.current().map(ShellAdvice.this::of).orElse(null);
            }
        };
    }

    private Shell of(CurrentUser user) {
        return Shell.of(
                user,
                Optional.ofNullable(user.government())
                        .flatMap(governments::find)
                        .map(Government::name)
                        .orElse(null),
                Optional.ofNullable(user.unit())
                        .flatMap(units::find)
                        .map(OrgUnit::name)
                        .orElse(null));
    }
}
