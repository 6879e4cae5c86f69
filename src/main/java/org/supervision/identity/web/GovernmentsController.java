package org.supervision.identity.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.identity.Role;
import org.supervision.shared.Slice;

/** The governments of the installation, for the system administrator. */
@RestController
@RequestMapping("/api/v1/governments")
class GovernmentsController {

    /** A government to take in. */
    record GovernmentForm(@Nullable String code, @Nullable String name) {}

    private final CurrentUsers currentUsers;
    private final Governments governments;

    GovernmentsController(CurrentUsers currentUsers, Governments governments) {
        this.currentUsers = currentUsers;
        this.governments = governments;
    }

    @GetMapping
    Slice<Government> list(@ParameterObject @PageableDefault(size = 50) Pageable page) {
        currentUsers.requiredIn(Role.SYSTEM_ADMIN);
        return Slice.of(governments.all(), page.getPageNumber(), page.getPageSize());
    }

    /** @param phone without one the supervision office is not reached by telephone */
    record PhoneForm(@Nullable String phone) {}

    /** Telephone of the supervision office, which everybody may read. */
    @PutMapping("/{code}/supervision-phone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePhone(@PathVariable String code, @RequestBody PhoneForm form) {
        currentUsers.requiredIn(Role.SYSTEM_ADMIN);
        governments.changeSupervisionPhone(code, form.phone());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Government create(@RequestBody GovernmentForm form) {
        currentUsers.requiredIn(Role.SYSTEM_ADMIN);
        return governments.create(form.code(), form.name());
    }
}
