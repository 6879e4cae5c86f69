package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.shared.DomainException;
import org.supervision.tables.Imports;
import org.supervision.tables.Narratives;
import org.supervision.workflow.Refusals;

/** What the office picks on the page of a report in prose. */
@Controller
@RequestMapping("/imports")
class NarrativePicksController {

    private final Narratives narratives;
    private final Imports imports;
    private final ImportActs acts;
    private final Refusals refusals;

    NarrativePicksController(Narratives narratives, Imports imports, ImportActs acts, Refusals refusals) {
        this.narratives = narratives;
        this.imports = imports;
        this.acts = acts;
        this.refusals = refusals;
    }

    /**
     * Picks the goals of a report that are ticked, as they were edited, and lets go of the others.
     *
     * @param valuesToo whether the values of the past year were sent along
     * @param confirms whether what is picked is taken over at once; if that is refused, it stays picked
     */
    @PostMapping("/{id}/picks")
    String pick(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") Set<String> kept,
            @RequestParam(defaultValue = "false") boolean valuesToo,
            @RequestParam(defaultValue = "false") boolean confirms,
            @RequestParam(defaultValue = "false") boolean acceptNewUnits,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        PickForm form = new PickForm(sent);
        model.addAttribute("picks", form);
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            narratives.pick(id, form.picks());
            if (valuesToo) {
                narratives.keep(id, kept);
            }
            if (confirms) {
                requireSomething(form, kept);
                imports.confirm(id, acceptNewUnits);
                return ImportActs.address(id, null, null, null);
            }
            after.addFlashAttribute("done", refusals.text("tables.narrative.picked", List.of(form.ticked())));
            return ImportActs.address(id, null, null, "candidates");
        });
    }

    /** A narrative that nothing was taken from stays open: who presses too early has not read it yet. */
    private static void requireSomething(PickForm form, Set<String> kept) {
        if (form.ticked() == 0 && kept.isEmpty()) {
            throw DomainException.invalidField("pick", "tables.narrative.nothing-picked");
        }
    }

    /** Keeps the ticked values of the past year and no others. */
    @PostMapping("/{id}/actuals")
    String keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "") Set<String> kept,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            narratives.keep(id, kept);
            after.addFlashAttribute("done", refusals.text("tables.narrative.kept", List.of(kept.size())));
            return ImportActs.address(id, null, null, "actuals");
        });
    }
}
