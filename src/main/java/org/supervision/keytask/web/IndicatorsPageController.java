package org.supervision.keytask.web;

import java.util.function.Supplier;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.keytask.IndicatorProposal;
import org.supervision.keytask.IndicatorProposal.State;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** What the office decides about indicators on the page of their key task. */
@Controller
class IndicatorsPageController {

    private static final String ONE = "/key-tasks/{id}/indicators/{indicator}";

    private final KeyTaskViews views;
    private final IndicatorProposals proposals;

    IndicatorsPageController(KeyTaskViews views, IndicatorProposals proposals) {
        this.views = views;
        this.proposals = proposals;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @PostMapping(path = ONE, params = "act=confirm")
    String confirm(
            @PathVariable String id,
            @PathVariable long indicator,
            @RequestParam int version,
            RedirectAttributes after) {
        return act(id, after, () -> proposals
                .confirm(views.get(id).id(), indicator, version, null)
                .state());
    }

    @PostMapping(path = ONE, params = "act=correct")
    String correct(
            @PathVariable String id,
            @PathVariable long indicator,
            @RequestParam int version,
            @ModelAttribute IndicatorForm form,
            RedirectAttributes after) {
        return act(id, after, () -> {
            IndicatorProposal read = views.get(id).indicators().stream()
                    .filter(proposal -> proposal.id() == indicator)
                    .findFirst()
                    .orElseThrow(() -> DomainException.notFound(indicator));
            return proposals
                    .confirm(id, indicator, version, form.over(read.indicator()))
                    .state();
        });
    }

    @PostMapping(path = ONE, params = "act=reject")
    String reject(
            @PathVariable String id,
            @PathVariable long indicator,
            @RequestParam int version,
            RedirectAttributes after) {
        return act(id, after, () -> proposals
                .reject(views.get(id).id(), indicator, version)
                .state());
    }

    @PostMapping(path = ONE, params = "act=reopen")
    String reopen(
            @PathVariable String id,
            @PathVariable long indicator,
            @RequestParam int version,
            RedirectAttributes after) {
        return act(id, after, () -> proposals
                .reopen(views.get(id).id(), indicator, version)
                .state());
    }

    @PostMapping("/key-tasks/{id}/indicators/all")
    String confirmAll(@PathVariable String id, RedirectAttributes after) {
        return act(id, after, () -> {
            proposals.confirmAll(views.get(id).id());
            return State.CONFIRMED;
        });
    }

    /** Does it and shows the key task again, with why it was not done if it was not. */
    private static String act(String id, RedirectAttributes after, Supplier<State> act) {
        try {
            after.addFlashAttribute("decided", act.get());
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
            after.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/key-tasks/" + id + "#indicators";
    }
}
