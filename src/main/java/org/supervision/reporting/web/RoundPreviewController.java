package org.supervision.reporting.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultTables;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews.RoundView;

/** The result table as it would be published, and the chief's signature under it. */
@Controller
class RoundPreviewController {

    private final RoundActs acts;
    private final Publications publications;
    private final CurrentUsers currentUsers;
    private final RoundWords words;
    private final ResultTables tables;

    RoundPreviewController(
            RoundActs acts,
            Publications publications,
            CurrentUsers currentUsers,
            RoundWords words,
            ResultTables tables) {
        this.acts = acts;
        this.publications = publications;
        this.tables = tables;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping("/rounds/{id}/preview")
    ModelAndView preview(@PathVariable String id, Locale locale) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        return page(acts.get(id), false, locale);
    }

    /** @param confirmed the chief's own statement that the table was checked */
    @PostMapping("/rounds/{id}/publication")
    ModelAndView publish(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes after,
            Locale locale) {
        currentUsers.requiredIn(Role.OFFICE_CHIEF);
        if (!confirmed) {
            ModelAndView again = page(acts.get(id), true, locale);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        RoundView round = acts.publish(id);
        after.addFlashAttribute("flash", words.done("published", round));
        return new ModelAndView("redirect:/rounds/" + id);
    }

    private ModelAndView page(RoundView round, boolean unconfirmed, Locale locale) {
        return new ModelAndView("reporting/round-preview")
                .addObject("round", round)
                .addObject("table", tables.unsigned(round.quarter(), publications.preview(round.id()), locale))
                .addObject("unconfirmed", unconfirmed)
                .addObject(
                        "signable",
                        round.state() == RoundState.CLOSED
                                && currentUsers.required().is(Role.OFFICE_CHIEF));
    }
}
