package org.supervision.reporting.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.Role;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.SpotChecks;
import org.supervision.reporting.SpotChecks.Sample;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** The sample of a round that is looked at whatever its reports say. */
@Controller
class SpotChecksController {

    private final RoundActs acts;
    private final SpotChecks spotChecks;
    private final GovernmentRules rules;
    private final CurrentUsers currentUsers;
    private final Refusals refusals;

    SpotChecksController(
            RoundActs acts,
            SpotChecks spotChecks,
            GovernmentRules rules,
            CurrentUsers currentUsers,
            Refusals refusals) {
        this.acts = acts;
        this.spotChecks = spotChecks;
        this.rules = rules;
        this.currentUsers = currentUsers;
        this.refusals = refusals;
    }

    @GetMapping("/rounds/{id}/spot-check")
    String page(@PathVariable String id, Model model) {
        RoundView round = readable(id);
        model.addAttribute("round", round);
        model.addAttribute("sample", spotChecks.of(id).orElse(null));
        model.addAttribute("office", currentUsers.required().isOffice());
        model.addAttribute("running", round.state() == RoundState.OPEN);
        model.addAttribute(
                "share", rules.today(currentUsers.required().requiredGovernment(), GovernmentRule.SPOT_CHECK_SHARE));
        return "reporting/spot-check";
    }

    @PostMapping("/rounds/{id}/spot-check")
    String draw(@PathVariable String id, RedirectAttributes after) {
        try {
            after.addFlashAttribute("drawn", drawn(id).drawn().size());
        } catch (DomainException refusal) {
            after.addFlashAttribute("errors", Mistake.of(refusal, refusals));
        }
        return "redirect:/rounds/" + id + "/spot-check";
    }

    @GetMapping("/api/v1/rounds/{id}/spot-check")
    @ResponseBody
    Sample sample(@PathVariable String id) {
        readable(id);
        return spotChecks.of(id).orElseThrow(() -> DomainException.notFound(id));
    }

    @PostMapping("/api/v1/rounds/{id}/spot-check")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Sample drawn(@PathVariable String id) {
        spotChecks.draw(id);
        return spotChecks.of(id).orElseThrow();
    }

    private RoundView readable(String id) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF, Role.CITY_LEADER);
        return acts.get(id);
    }
}
