package org.supervision.changerequest.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.changerequest.ChangeKind;
import org.supervision.changerequest.ChangeRequests;
import org.supervision.changerequest.ExtensionPolicy;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.RoundViews;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** The page on which a unit asks for a later date and sees what it would mean. */
@Controller
class ExtensionPageController {

    private final ChangeRequests requests;
    private final ExtensionPolicy extensions;
    private final CycleViews cycles;
    private final RoundViews rounds;
    private final CurrentUsers currentUsers;
    private final Refusals refusals;
    private final AskWords words;

    ExtensionPageController(
            ChangeRequests requests,
            ExtensionPolicy extensions,
            CycleViews cycles,
            RoundViews rounds,
            CurrentUsers currentUsers,
            Refusals refusals,
            AskWords words) {
        this.requests = requests;
        this.extensions = extensions;
        this.cycles = cycles;
        this.rounds = rounds;
        this.currentUsers = currentUsers;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping("/cycles/{id}/extension-requests/new")
    ModelAndView form(@PathVariable String id) {
        return page(cycle(id), Map.of(), List.of());
    }

    /** What the date would mean; part of the page. */
    @GetMapping("/cycles/{id}/extension-requests/outlook")
    ModelAndView outlook(@PathVariable String id, @RequestParam(defaultValue = "") String newDueOn) {
        ModelAndView part = new ModelAndView("changerequest/ask :: outlook");
        addOutlook(part, cycle(id), newDueOn);
        return part;
    }

    @PostMapping("/cycles/{id}/extension-requests")
    ModelAndView ask(@PathVariable String id, @RequestParam Map<String, String> entered, RedirectAttributes after) {
        CycleView cycle = cycle(id);
        LocalDate newDueOn = date(entered.getOrDefault("newDueOn", ""));
        try {
            if (newDueOn == null) {
                throw DomainException.invalidField("newDueOn", "changerequest.error.date");
            }
            String request = requests.askExtension(id, newDueOn, entered.get("reason"), entered.get("progress"));
            after.addFlashAttribute("said", words.of("changerequest.done.asked"));
            return new ModelAndView("redirect:/change-requests/" + request);
        } catch (DomainException refusal) {
            if (!AskPage.isOfForm(refusal)) {
                throw refusal;
            }
            ModelAndView again = page(cycle, entered, Mistake.of(refusal, refusals));
            again.setStatus(AskPage.status(refusal));
            return again;
        }
    }

    private CycleView cycle(String id) {
        return cycles.get(id, currentUsers.requiredIn(Role.LIAISON, Role.UNIT_LEADER));
    }

    private ModelAndView page(CycleView cycle, Map<String, String> entered, List<Mistake> mistakes) {
        CurrentUser user = currentUsers.required();
        LocalDate closesOn = rounds.find(user.requiredGovernment(), cycle.roundId())
                .orElseThrow()
                .closesOn();
        String newDueOn = entered.getOrDefault(
                "newDueOn", extensions.usualDate(cycle, closesOn).toString());
        ModelAndView page = new AskPage(ChangeKind.EXTENSION, entered, mistakes)
                .field("newDueOn", "date", newDueOn, List.of())
                .field("reason", "textarea", "", List.of())
                .field("progress", "textarea", "", List.of())
                .with("number", cycle.number())
                .with("goal", cycle.goal())
                .with("back", "/cycles/" + cycle.id())
                .with("action", "/cycles/" + cycle.id() + "/extension-requests")
                .with("dueAt", cycle.reportDueAt())
                .with("closesOn", closesOn)
                .shown();
        addOutlook(page, cycle, newDueOn);
        return page;
    }

    private void addOutlook(ModelAndView page, CycleView cycle, String newDueOn) {
        LocalDate date = date(newDueOn);
        try {
            page.addObject("outlook", date == null ? null : extensions.outlook(cycle, date));
        } catch (DomainException refusal) {
            page.addObject("refused", refusals.message(refusal));
        }
    }

    static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
