package org.supervision.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;

/** The manuals beside the pages they are about: everybody's own comes first. */
@Controller
class ManualsController {

    private final ManualPages pages;
    private final CurrentUsers currentUsers;

    ManualsController(ManualPages pages, CurrentUsers currentUsers) {
        this.pages = pages;
        this.currentUsers = currentUsers;
    }

    @GetMapping("/help")
    String own(Model model) {
        return show(own(), model);
    }

    @GetMapping("/help/{manual}")
    String one(@PathVariable String manual, Model model) {
        return show(Manual.of(manual).orElseThrow(() -> DomainException.notFound(manual)), model);
    }

    private String show(@Nullable Manual manual, Model model) {
        Manual shown = manual == null ? Manual.OPEN_DATA : manual;
        model.addAttribute("page", pages.of(shown));
        model.addAttribute("own", own());
        model.addAttribute("manuals", pages.all());
        return "identity/manual";
    }

    /** {@code null} for strangers, who are told how published results can be read by programs. */
    private @Nullable Manual own() {
        return currentUsers.current().map(Manual::of).orElse(null);
    }
}
