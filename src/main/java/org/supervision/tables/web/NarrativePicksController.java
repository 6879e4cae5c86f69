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
import org.supervision.tables.Narratives;
import org.supervision.workflow.Refusals;

/** What the office picks on the page of a report in prose. */
@Controller
@RequestMapping("/imports")
class NarrativePicksController {

    private final Narratives narratives;
    private final ImportActs acts;
    private final Refusals refusals;

    NarrativePicksController(Narratives narratives, ImportActs acts, Refusals refusals) {
        this.narratives = narratives;
        this.acts = acts;
        this.refusals = refusals;
    }

    /** Picks the goals of a report that are ticked, as they were edited, and lets go of the others. */
    @PostMapping("/{id}/picks")
    String pick(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        PickForm form = new PickForm(sent);
        model.addAttribute("picks", form);
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            narratives.pick(id, form.picks());
            after.addFlashAttribute("done", refusals.text("tables.narrative.picked", List.of(form.ticked())));
            return ImportActs.address(id, null, null, "candidates");
        });
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
