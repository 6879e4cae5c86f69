package org.supervision.escalation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.supervision.escalation.CircularView;
import org.supervision.escalation.CircularViews;
import org.supervision.escalation.Circulars;
import org.supervision.escalation.Papers;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** Circulars in the portal: what waits to be named, and each as it is printed. */
@Controller
@RequestMapping("/circulars")
class CircularsPageController {

    private final Circulars circulars;
    private final CircularViews views;
    private final Papers papers;
    private final WorkItems workItems;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    CircularsPageController(
            Circulars circulars,
            CircularViews views,
            Papers papers,
            WorkItems workItems,
            CurrentUsers currentUsers,
            Refusals words) {
        this.circulars = circulars;
        this.views = views;
        this.papers = papers;
        this.workItems = workItems;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String list(@PageableDefault(size = 20) Pageable page, Model model) {
        CurrentUser user = currentUsers.required();
        model.addAttribute("circulars", views.list(user, page.getPageNumber(), page.getPageSize()));
        model.addAttribute("writes", user.isOffice());
        model.addAttribute("pending", views.pending(user));
        model.addAttribute("inHand", views.inHand(user).orElse(null));
        return "escalation/circulars";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        CircularView circular = views.find(id, currentUsers.required()).orElseThrow(() -> DomainException.notFound(id));
        model.addAttribute("circular", circular);
        model.addAttribute("paper", papers.of(circular));
        model.addAttribute("workItem", workItem(id).map(WorkItem::id).orElse(null));
        return "escalation/circular";
    }

    /** Takes the chosen orders together and leads to the work item in which the text is written. */
    @PostMapping
    String draft(
            @RequestParam(defaultValue = "") Set<String> slipIds,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            String id = circulars.draft(slipIds);
            after.addFlashAttribute("done", words.text("escalation.circular.drafted", List.of()));
            return workItem(id).map(item -> "redirect:/work-items/" + item.id()).orElse("redirect:/circulars/" + id);
        } catch (DomainException refusal) {
            response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
            model.addAttribute("errors", Mistake.of(refusal, words));
            return list(Pageable.ofSize(20), model);
        }
    }

    private Optional<WorkItem> workItem(String id) {
        return workItems.mineAt(id).stream().findFirst();
    }
}
