package org.supervision.reporting.web;

import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.RoundViews;
import org.supervision.shared.Slice;

/** Reporting rounds over REST. */
@RestController
@RequestMapping("/api/v1/rounds")
class RoundsController {

    private final RoundActs acts;
    private final RoundViews rounds;
    private final CurrentUsers currentUsers;

    RoundsController(RoundActs acts, RoundViews rounds, CurrentUsers currentUsers) {
        this.acts = acts;
        this.rounds = rounds;
        this.currentUsers = currentUsers;
    }

    @GetMapping
    Slice<RoundAnswer> list(@ParameterObject @PageableDefault(size = 50) Pageable page) {
        CurrentUser user = currentUsers.requiredIn(
                Role.OFFICER, Role.OFFICE_CHIEF, Role.CITY_LEADER, Role.LIAISON, Role.UNIT_LEADER);
        return rounds.of(user.requiredGovernment(), page.getPageNumber(), page.getPageSize())
                .map(RoundAnswer::of);
    }

    @GetMapping("/{id}")
    RoundAnswer get(@PathVariable String id) {
        return RoundAnswer.of(acts.get(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RoundAnswer plan(@RequestBody @Valid RoundForm form) {
        return RoundAnswer.of(acts.plan(form));
    }

    @PostMapping("/{id}/opening")
    RoundAnswer open(@PathVariable String id) {
        return RoundAnswer.of(acts.open(id));
    }

    @PostMapping("/{id}/closing")
    RoundAnswer close(@PathVariable String id) {
        return RoundAnswer.of(acts.close(id));
    }

    @PostMapping("/{id}/publication")
    RoundAnswer publish(@PathVariable String id) {
        return RoundAnswer.of(acts.publish(id));
    }
}
