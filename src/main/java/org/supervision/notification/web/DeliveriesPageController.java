package org.supervision.notification.web;

import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.notification.DeliveryLog;

/** The delivery log of the office's own government. */
@Controller
@RequestMapping("/deliveries")
class DeliveriesPageController {

    private final DeliveryLog log;
    private final CurrentUsers currentUsers;

    DeliveriesPageController(DeliveryLog log, CurrentUsers currentUsers) {
        this.log = log;
        this.currentUsers = currentUsers;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean stopped,
            @PageableDefault(size = 50) Pageable page,
            Model model) {
        model.addAttribute(
                "deliveries", log.of(currentUsers.required(), stopped, page.getPageNumber(), page.getPageSize()));
        model.addAttribute("stopped", stopped);
        return "notification/deliveries";
    }

    @PostMapping("/{id}/attempts")
    String tryAgain(@PathVariable long id, RedirectAttributes after) {
        log.tryAgain(currentUsers.required(), id);
        after.addFlashAttribute("resumed", true);
        return "redirect:/deliveries";
    }
}
