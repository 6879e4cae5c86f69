package org.supervision.keytask.web;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.Indicator;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** What is measured of a key task, changed by the office on its page. */
@Controller
@RequestMapping("/key-tasks/{id}/agreed-indicators")
class AgreedIndicatorsPageController {

    private final KeyTaskViews views;
    private final AgreedIndicators agreed;

    AgreedIndicatorsPageController(KeyTaskViews views, AgreedIndicators agreed) {
        this.views = views;
        this.agreed = agreed;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @PostMapping
    String enter(
            @PathVariable String id,
            @ModelAttribute IndicatorForm target,
            @ModelAttribute AgreementForm form,
            RedirectAttributes after) {
        return act(id, after, () -> agreed.enter(views.get(id).id(), form.of(target.over(Indicator.blank()))));
    }

    @PostMapping(value = "/{indicator}", params = "act=change")
    String change(
            @PathVariable String id,
            @PathVariable long indicator,
            @RequestParam int version,
            @ModelAttribute IndicatorForm target,
            @ModelAttribute AgreementForm form,
            RedirectAttributes after) {
        return act(id, after, () -> {
            Indicator before = agreed.of(views.get(id).id()).stream()
                    .filter(each -> each.id() == indicator)
                    .map(AgreedIndicator::target)
                    .findFirst()
                    .orElseThrow(() -> DomainException.notFound(indicator));
            agreed.change(id, indicator, version, form.of(target.over(before)));
        });
    }

    @PostMapping(value = "/{indicator}", params = "act=retire")
    String retire(
            @PathVariable String id,
            @PathVariable long indicator,
            @RequestParam int version,
            RedirectAttributes after) {
        return act(id, after, () -> agreed.retire(views.get(id).id(), indicator, version));
    }

    /** Does it and shows the key task again, with why it was not done if it was not. */
    private static String act(String id, RedirectAttributes after, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute("measured", true);
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
            after.addFlashAttribute("measureRefusal", refusal);
        }
        return "redirect:/key-tasks/" + id + "#measured";
    }
}
