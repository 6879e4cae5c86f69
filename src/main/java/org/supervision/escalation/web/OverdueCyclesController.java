package org.supervision.escalation.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.escalation.OverdueCycle;
import org.supervision.escalation.OverdueCycles;
import org.supervision.escalation.OverdueCycles.Standing;
import org.supervision.escalation.OverdueCycles.Summary;
import org.supervision.escalation.Rung;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.Slice;

/** What is late, over REST; the plug-in of Cockpit shows it to supervisors. */
@RestController
@RequestMapping("/api/v1")
class OverdueCyclesController {

    private final OverdueCycles overdue;
    private final CurrentUsers currentUsers;

    OverdueCyclesController(OverdueCycles overdue, CurrentUsers currentUsers) {
        this.overdue = overdue;
        this.currentUsers = currentUsers;
    }

    /** The late steps of all cycles, the longest late first. */
    @GetMapping("/overdue-cycles")
    Slice<OverdueCycle> list(
            @RequestParam(required = false) @Nullable Rung rung,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return overdue.list(rung, currentUsers.required(), page.getPageNumber(), page.getPageSize());
    }

    @GetMapping("/overdue-cycles/summary")
    Summary summary() {
        return overdue.summary(currentUsers.required());
    }

    /** The facts of one cycle, late or not. */
    @GetMapping("/cycles/{id}/standing")
    Standing standing(@PathVariable String id) {
        return overdue.standing(id, currentUsers.required());
    }
}
