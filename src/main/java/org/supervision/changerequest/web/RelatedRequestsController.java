package org.supervision.changerequest.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.supervision.changerequest.ChangeKind;
import org.supervision.changerequest.ChangeRequestFilter;
import org.supervision.changerequest.ChangeRequestView;
import org.supervision.changerequest.ChangeRequestViews;
import org.supervision.changerequest.ExtensionPolicy;
import org.supervision.changerequest.ObjectionPolicy;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.shared.DomainException;

/** What has been asked about a key task or a cycle, and what may be asked now, as a part of their pages. */
@Controller
class RelatedRequestsController {

    private static final int MOST = 20;

    /** Something that may be asked now: where, and the key of its words. */
    record Ask(ChangeKind kind, String url) {}

    private final ChangeRequestViews views;
    private final ObjectionPolicy objections;
    private final ExtensionPolicy extensions;
    private final CycleViews cycles;
    private final KeyTasks keyTasks;
    private final CurrentUsers currentUsers;

    RelatedRequestsController(
            ChangeRequestViews views,
            ObjectionPolicy objections,
            ExtensionPolicy extensions,
            CycleViews cycles,
            KeyTasks keyTasks,
            CurrentUsers currentUsers) {
        this.views = views;
        this.objections = objections;
        this.extensions = extensions;
        this.cycles = cycles;
        this.keyTasks = keyTasks;
        this.currentUsers = currentUsers;
    }

    @GetMapping("/cycles/{id}/change-requests")
    String ofCycle(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model model) {
        CurrentUser user = currentUsers.required();
        CycleView cycle = cycles.get(id, user);
        List<ChangeRequestView> asked = asked(ChangeRequestFilter.ofCycle(id), user);
        boolean reporting = cycle.state() == CycleState.OPEN
                || cycle.state() == CycleState.PARTNER_INPUT
                || cycle.state() == CycleState.DRAFTING;
        boolean may = reporting && user.isOfUnit(cycle.leadUnit()) && free(asked, ChangeKind.EXTENSION);
        model.addAttribute(
                "asks",
                may && extensions.isOpen(cycle)
                        ? List.of(new Ask(ChangeKind.EXTENSION, "/cycles/" + id + "/extension-requests/new"))
                        : List.of());
        model.addAttribute("tooLate", may && !extensions.isOpen(cycle));
        return shown(asked, "/cycles/" + id, partOfPage, model);
    }

    @GetMapping("/key-tasks/{id}/change-requests")
    String ofKeyTask(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model model) {
        CurrentUser user = currentUsers.required();
        KeyTask keyTask = keyTasks.get(id);
        if (!keyTask.isVisibleTo(user)) {
            throw DomainException.notFound(id);
        }
        List<ChangeRequestView> asked = asked(ChangeRequestFilter.ofKeyTask(id), user);
        model.addAttribute("asks", asks(keyTask, asked, user));
        model.addAttribute("tooLate", false);
        return shown(asked, "/key-tasks/" + id, partOfPage, model);
    }

    private List<Ask> asks(KeyTask keyTask, List<ChangeRequestView> asked, CurrentUser user) {
        boolean leads = user.isOfUnit(keyTask.leadUnit());
        String base = "/key-tasks/" + keyTask.id();
        List<Ask> asks = new ArrayList<>();
        if (leads && free(asked, ChangeKind.PLAN_CHANGE)) {
            asks.add(new Ask(ChangeKind.PLAN_CHANGE, base + "/plan-change-requests/new"));
        }
        if (leads && free(asked, ChangeKind.LEAD_CHANGE) && objections.isOpen(keyTask)) {
            asks.add(new Ask(ChangeKind.LEAD_CHANGE, base + "/lead-change-requests/new"));
        }
        if ((leads || user.isOffice())
                && free(asked, ChangeKind.SUSPENSION)
                && keyTasks.suspendedOn(keyTask.id()).isEmpty()) {
            asks.add(new Ask(ChangeKind.SUSPENSION, base + "/suspensions/new"));
        }
        return asks;
    }

    private List<ChangeRequestView> asked(ChangeRequestFilter filter, CurrentUser user) {
        return views.list(filter, user, 0, MOST).items();
    }

    private static boolean free(List<ChangeRequestView> asked, ChangeKind kind) {
        return asked.stream().noneMatch(request -> request.kind() == kind && request.isPending());
    }

    private static String shown(List<ChangeRequestView> asked, String back, boolean partOfPage, Model model) {
        model.addAttribute("requests", asked);
        model.addAttribute("back", back);
        return partOfPage ? "changerequest/related :: related" : "changerequest/related";
    }
}
