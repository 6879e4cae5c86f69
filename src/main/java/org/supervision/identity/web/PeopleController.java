package org.supervision.identity.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.People;
import org.supervision.identity.People.Newcomer;
import org.supervision.identity.Person;
import org.supervision.identity.PostGrants;
import org.supervision.identity.Role;
import org.supervision.shared.Slice;

/** The people of a government: read by everybody in it, added by the office chief and the system administrator. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    /**
     * A person to add with one post; only the system administrator names the government. The password is a first one, to
     * be changed before anything else; whom the system administrator adds is named for the post and no more.
     */
    record PersonForm(
            @Nullable String username,
            @Nullable String name,
            @Nullable String password,
            @Nullable Role role,
            @Nullable String unit,
            @Nullable String mail,
            @Nullable String government) {

        /** Without the password: what is read may be logged. */
        @Override
        public String toString() {
            return "PersonForm of " + username;
        }
    }

    private final CurrentUsers currentUsers;
    private final People people;

    PeopleController(CurrentUsers currentUsers, People people) {
        this.currentUsers = currentUsers;
        this.people = people;
    }

    /** Without a government an administrator gets the administrators. */
    @GetMapping
    Slice<Person> list(
            @RequestParam(required = false) @Nullable String government,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        CurrentUser reader = currentUsers.required();
        String scope = GovernmentScope.of(reader, government);
        return Slice.<Person>of(
                        scope == null ? people.administrators() : people.of(scope),
                        page.getPageNumber(),
                        page.getPageSize())
                .map(person -> as(reader, person));
    }

    /** Who is who is for everybody of the government; how to reach them only for those who do so by office. */
    private static Person as(CurrentUser reader, Person person) {
        return reader.isOffice()
                        || reader.is(Role.SYSTEM_ADMIN)
                        || reader.username().equals(person.username())
                ? person
                : person.withoutMail();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Person add(@RequestBody PersonForm form) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN);
        if ((form.role() == Role.OFFICE_CHIEF || form.role() == Role.CITY_LEADER)
                && !PostGrants.mayFill(user, form.role())) {
            throw new AccessDeniedException("not a post the chief fills");
        }
        return people.add(
                user,
                GovernmentScope.required(user, form.government()),
                new Newcomer(form.username(), form.name(), form.role(), form.unit(), form.mail(), null),
                form.password());
    }
}
