package org.supervision.keytask.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.supervision.keytask.CarryOvers;
import org.supervision.keytask.CarryOvers.Candidate;
import org.supervision.keytask.CarryOvers.CarriedOver;
import org.supervision.keytask.CarryOvers.Chosen;
import org.supervision.keytask.CarryOvers.Lineage;
import org.supervision.shared.Slice;

/** Key tasks that go on in the next year, over REST. */
@RestController
@RequestMapping("/api/v1")
class CarryOverController {

    /** @param keyTasks of the year before, each with its goal for the new year if that changes */
    record CarryOverForm(@Nullable List<Chosen> keyTasks) {}

    /** @param predecessor id of a key task of the year before; {@code null}: none */
    record PredecessorForm(@Nullable String predecessor) {}

    private final CarryOvers carryOvers;
    private final KeyTaskViews views;
    private final CurrentUsers currentUsers;

    CarryOverController(CarryOvers carryOvers, KeyTaskViews views, CurrentUsers currentUsers) {
        this.carryOvers = carryOvers;
        this.views = views;
        this.currentUsers = currentUsers;
    }

    @GetMapping("/plans/{year}/carry-over")
    @Operation(summary = "The key tasks of the year before with how they ended and what continues them")
    Slice<Candidate> candidates(@PathVariable int year) {
        List<Candidate> candidates = carryOvers.candidates(year);
        return new Slice<>(candidates, 0, Math.max(1, candidates.size()), candidates.size());
    }

    @PostMapping("/plans/{year}/carry-over")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds them to the draft of the year; repeating it changes nothing")
    CarriedOver carryOver(@PathVariable int year, @RequestBody CarryOverForm form) {
        return carryOvers.carryOver(year, form.keyTasks() == null ? List.of() : form.keyTasks());
    }

    @GetMapping("/key-tasks/{id}/lineage")
    Lineage lineage(@PathVariable String id) {
        return carryOvers.lineage(views.get(id).id(), currentUsers.required());
    }

    @PutMapping("/key-tasks/{id}/predecessor")
    Lineage link(@PathVariable String id, @RequestBody PredecessorForm form) {
        carryOvers.link(id, form.predecessor());
        return lineage(id);
    }
}
