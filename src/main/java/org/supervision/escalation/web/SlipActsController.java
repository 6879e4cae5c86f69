package org.supervision.escalation.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.escalation.Appeals;
import org.supervision.escalation.Instructions;
import org.supervision.escalation.ManualReminders;

/** People's own acts about slips over REST: an officer's reminder, a city leader's instruction, a unit's appeal. */
@RestController
@RequestMapping("/api/v1")
class SlipActsController {

    private final ManualReminders reminders;
    private final Instructions instructions;
    private final Appeals appeals;

    SlipActsController(ManualReminders reminders, Instructions instructions, Appeals appeals) {
        this.reminders = reminders;
        this.instructions = instructions;
        this.appeals = appeals;
    }

    /** The slip or appeal that came of it. */
    record SlipReference(String id) {}

    /** @param limitOn by when the unit is to answer; without it the usual limit holds */
    record Instruction(@Nullable String text, @Nullable LocalDate limitOn) {}

    /** Why the unit does not accept the slip. */
    record Appeal(@Nullable String reason) {}

    @PostMapping("/cycles/{id}/reminders")
    @ResponseStatus(HttpStatus.CREATED)
    SlipReference remind(@PathVariable String id) {
        return new SlipReference(reminders.remind(id));
    }

    @PostMapping("/key-tasks/{id}/instructions")
    @ResponseStatus(HttpStatus.CREATED)
    SlipReference instruct(@PathVariable String id, @RequestBody Instruction instruction) {
        String text = instruction.text() == null ? "" : instruction.text();
        return new SlipReference(instructions.instruct(id, text, instruction.limitOn()));
    }

    @PostMapping("/slips/{id}/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    SlipReference appeal(@PathVariable String id, @RequestBody Appeal appeal) {
        return new SlipReference(appeals.file(id, appeal.reason() == null ? "" : appeal.reason()));
    }
}
