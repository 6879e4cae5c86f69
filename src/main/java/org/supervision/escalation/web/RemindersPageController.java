package org.supervision.escalation.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.escalation.ManualReminders;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Refusals;

/** The officer's reminder from the page of a cycle. */
@Controller
class RemindersPageController {

    private final ManualReminders reminders;
    private final Refusals words;

    RemindersPageController(ManualReminders reminders, Refusals words) {
        this.reminders = reminders;
        this.words = words;
    }

    /** Issues it, or says on the cycle's page why not. */
    @PostMapping("/cycles/{id}/reminders")
    String remind(@PathVariable String id, RedirectAttributes after) {
        try {
            reminders.remind(id);
            after.addFlashAttribute("done", words.text("escalation.reminder.issued", List.of()));
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
            after.addFlashAttribute("refused", words.message(refusal));
        }
        return "redirect:/cycles/" + id;
    }

    @GetMapping("/cycles/{id}/reminders")
    String again(@PathVariable String id) {
        return "redirect:/cycles/" + id;
    }
}
