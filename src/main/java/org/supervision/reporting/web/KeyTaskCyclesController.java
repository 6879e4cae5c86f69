package org.supervision.reporting.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleViews;

/** The cycles of one key task as a part of its page. */
@Controller
class KeyTaskCyclesController {

    /** A key task has at most four cycles a year. */
    private static final int ALL = 50;

    private final CycleViews cycles;
    private final CurrentUsers currentUsers;

    KeyTaskCyclesController(CycleViews cycles, CurrentUsers currentUsers) {
        this.cycles = cycles;
        this.currentUsers = currentUsers;
    }

    @GetMapping("/key-tasks/{id}/cycles")
    String cycles(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model model) {
        model.addAttribute("keyTaskId", id);
        model.addAttribute(
                "cycles",
                cycles.list(CycleFilter.ofKeyTask(id), currentUsers.required(), 0, ALL)
                        .items());
        return partOfPage ? "reporting/key-task-cycles :: cycles" : "reporting/key-task-cycles";
    }
}
