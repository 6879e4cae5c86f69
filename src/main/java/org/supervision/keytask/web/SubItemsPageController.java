package org.supervision.keytask.web;

import org.jspecify.annotations.Nullable;
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
import org.supervision.keytask.SubItems;
import org.supervision.keytask.SubItems.Terms;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** The parts of a key task, split off by the office on its page. */
@Controller
@RequestMapping("/key-tasks/{id}/sub-items")
class SubItemsPageController {

    /** A part as it is typed; blank fields are null. */
    record SubItemForm(@Nullable String name, @Nullable String unit, @Nullable Long indicator, @Nullable String share) {

        Terms terms() {
            if (unit == null) {
                throw DomainException.invalidField("unit", "keytask.error.required");
            }
            return new Terms(name, unit, indicator, IndicatorForm.number("share", share));
        }
    }

    /** @param item {@code null} for a new one */
    record Typed(@Nullable Long item, SubItemForm form) {}

    private final KeyTaskViews views;
    private final SubItems subItems;

    SubItemsPageController(KeyTaskViews views, SubItems subItems) {
        this.views = views;
        this.subItems = subItems;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @PostMapping
    String add(@PathVariable String id, @ModelAttribute SubItemForm form, RedirectAttributes after) {
        return act(
                id,
                after,
                new Typed(null, form),
                () -> subItems.add(views.get(id).id(), form.terms()));
    }

    @PostMapping("/distribution")
    String distribute(@PathVariable String id, @RequestParam long indicator, RedirectAttributes after) {
        return act(id, after, null, () -> subItems.distribute(views.get(id).id(), indicator));
    }

    @PostMapping(value = "/{item}", params = "act=change")
    String change(
            @PathVariable String id,
            @PathVariable long item,
            @RequestParam int version,
            @ModelAttribute SubItemForm form,
            RedirectAttributes after) {
        return act(
                id,
                after,
                new Typed(item, form),
                () -> subItems.change(views.get(id).id(), item, version, form.terms()));
    }

    @PostMapping(value = "/{item}", params = "act=retire")
    String retire(
            @PathVariable String id, @PathVariable long item, @RequestParam int version, RedirectAttributes after) {
        return act(id, after, null, () -> subItems.retire(views.get(id).id(), item, version));
    }

    /** Does it and shows the key task again; if it was not done, with why and with what was typed. */
    private static String act(String id, RedirectAttributes after, @Nullable Typed typed, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute("splitDone", true);
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
            after.addFlashAttribute("splitRefusal", refusal);
            after.addFlashAttribute("splitTyped", typed);
        }
        return "redirect:/key-tasks/" + id + "#sub-items";
    }
}
