package org.supervision.changerequest.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.supervision.changerequest.ChangeKind;
import org.supervision.changerequest.ChangeRequestFilter;
import org.supervision.changerequest.ChangeRequestView;
import org.supervision.changerequest.ChangeRequestViews;
import org.supervision.changerequest.ChangeRequests;
import org.supervision.changerequest.ChangeState;
import org.supervision.changerequest.ChangedField;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.TextDifference;
import org.supervision.workflow.ProcessDiagrams;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** The register of change requests in the portal: the list and the page of each. */
@Controller
@RequestMapping("/change-requests")
class ChangeRequestPagesController {

    private final ChangeRequests requests;
    private final ChangeRequestViews views;
    private final WorkItems workItems;
    private final ProcessDiagrams diagrams;
    private final CurrentUsers currentUsers;
    private final AskWords words;

    ChangeRequestPagesController(
            ChangeRequests requests,
            ChangeRequestViews views,
            WorkItems workItems,
            ProcessDiagrams diagrams,
            CurrentUsers currentUsers,
            AskWords words) {
        this.requests = requests;
        this.views = views;
        this.workItems = workItems;
        this.diagrams = diagrams;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable ChangeKind kind,
            @RequestParam(required = false) @Nullable ChangeState state,
            @PageableDefault(size = 50) Pageable page,
            Model model) {
        model.addAttribute(
                "requests",
                views.list(
                        new ChangeRequestFilter(kind, state, null, null, null),
                        currentUsers.required(),
                        page.getPageNumber(),
                        page.getPageSize()));
        model.addAttribute("kind", kind);
        model.addAttribute("state", state);
        model.addAttribute("kinds", ChangeKind.values());
        model.addAttribute("states", ChangeState.values());
        UriComponentsBuilder base = UriComponentsBuilder.fromPath("/change-requests");
        Map.of("kind", String.valueOf(kind), "state", String.valueOf(state)).forEach((name, value) -> {
            if (!value.equals("null")) {
                base.queryParam(name, value);
            }
        });
        model.addAttribute("base", base.toUriString());
        return "changerequest/change-requests";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        CurrentUser user = currentUsers.required();
        ChangeRequestView request = views.get(id, user);
        model.addAttribute("r", request);
        model.addAttribute(
                "changes",
                request.field() == ChangedField.GOAL || request.field().isOfPlan()
                        ? TextDifference.between(request.before() == null ? "" : request.before(), request.after())
                        : null);
        model.addAttribute(
                "mine",
                workItems.mineAt(id).stream().map(WorkItem::id).findFirst().orElse(null));
        model.addAttribute(
                "withdrawable",
                request.isPending()
                        && (request.askedAs() == Role.OFFICER ? user.isOffice() : user.isOfUnit(request.unit())));
        model.addAttribute(
                "diagram", diagrams.progress(request.kind().process(), id).orElse(null));
        return "changerequest/change-request";
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable String id, RedirectAttributes after) {
        requests.withdraw(id);
        after.addFlashAttribute("said", words.of("changerequest.done.withdrawn"));
        return "redirect:/change-requests/" + id;
    }
}
