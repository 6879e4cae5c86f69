package org.supervision.dashboard.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.supervision.dashboard.web.KeyTaskYear.Scope;
import org.supervision.identity.CurrentUsers;

/** The year of a key task as a part of its page, and a page of its own where scripts are off. */
@Controller
class KeyTaskYearController {

    private final KeyTaskYears years;
    private final CurrentUsers currentUsers;

    KeyTaskYearController(KeyTaskYears years, CurrentUsers currentUsers) {
        this.years = years;
        this.currentUsers = currentUsers;
    }

    /** @param history how much of what happened is told */
    @GetMapping("/key-tasks/{id}/year")
    String year(
            @PathVariable String id,
            @RequestParam(defaultValue = "YEAR") Scope history,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model model) {
        model.addAttribute("y", years.tell(id, history, currentUsers.required()));
        return partOfPage ? "dashboard/key-task-year :: year" : "dashboard/key-task-year";
    }
}
