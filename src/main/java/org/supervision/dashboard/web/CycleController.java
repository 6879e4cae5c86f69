package org.supervision.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.escalation.ManualReminders;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.UnitDuties;
import org.supervision.reporting.ActUndoing;
import org.supervision.reporting.CycleReopening;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.EntriesOnBehalf;
import org.supervision.workflow.ProcessDiagrams;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** The page of one cycle: where it stands, every version with its reviews, slips, and all that happened. */
@Controller
class CycleController {

    private final CycleStories stories;
    private final ProcessDiagrams diagrams;
    private final WorkItems workItems;
    private final EntriesOnBehalf entries;
    private final UnitDuties duties;
    private final ActUndoing undoing;
    private final Words words;
    private final ManualReminders reminders;
    private final CycleReopening reopening;
    private final Refusals refusals;
    private final CurrentUsers currentUsers;

    CycleController(
            CycleStories stories,
            ProcessDiagrams diagrams,
            WorkItems workItems,
            EntriesOnBehalf entries,
            UnitDuties duties,
            ActUndoing undoing,
            Words words,
            ManualReminders reminders,
            CycleReopening reopening,
            Refusals refusals,
            CurrentUsers currentUsers) {
        this.stories = stories;
        this.diagrams = diagrams;
        this.workItems = workItems;
        this.entries = entries;
        this.duties = duties;
        this.undoing = undoing;
        this.words = words;
        this.reminders = reminders;
        this.reopening = reopening;
        this.refusals = refusals;
        this.currentUsers = currentUsers;
    }

    @GetMapping("/cycles/{id}")
    String cycle(@PathVariable String id, Model model) {
        CurrentUser user = currentUsers.required();
        CycleStory story = stories.tell(id, user);
        model.addAttribute("c", story);
        model.addAttribute(
                "mine",
                workItems.mineAt(id).stream().map(WorkItem::id).findFirst().orElse(null));
        model.addAttribute("onBehalf", entries.at(id).map(WorkItem::id).orElse(null));
        model.addAttribute("undo", undoing.offer(id).orElse(null));
        model.addAttribute("duty", duties.of(story.cycle().leadUnit()).orElse(null));
        model.addAttribute("mayReopen", reopening.isOpenTo(user, story.cycle()));
        model.addAttribute("mayRemind", reminders.isOpenTo(user, story.cycle()));
        model.addAttribute("diagram", diagrams.progress("quarterly-cycle", id).orElse(null));
        return "dashboard/cycle";
    }

    /** The chief lets a published cycle be reported again; a refusal shows what was typed. */
    @PostMapping("/cycles/{id}/reopening")
    String reopen(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            reopening.reopen(id, reason);
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
            response.setStatus(422);
            model.addAttribute("reopenRefused", refusals.wholeMessage(refusal));
            model.addAttribute("reopenReason", reason);
            return cycle(id, model);
        }
        redirect.addFlashAttribute(Flash.NAME, new Flash(words.of("reporting.reopening.done"), "/cycles/" + id, ""));
        return "redirect:/cycles/" + id;
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping("/cycles/{id}/reopening")
    String again(@PathVariable String id) {
        return "redirect:/cycles/" + id;
    }

    @PostMapping("/cycles/{id}/undo")
    String undo(@PathVariable String id, RedirectAttributes redirect) {
        undoing.undo(id);
        redirect.addFlashAttribute(Flash.NAME, new Flash(words.of("dashboard.undo.done"), "/cycles/" + id, ""));
        return "redirect:/cycles/" + id;
    }
}
