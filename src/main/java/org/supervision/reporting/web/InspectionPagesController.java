package org.supervision.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.FindingAgreement;
import org.supervision.reporting.InspectionFilter;
import org.supervision.reporting.InspectionState;
import org.supervision.reporting.InspectionView;
import org.supervision.reporting.InspectionViews;
import org.supervision.reporting.Inspections;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.ProcessDiagrams;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** Inspections in the portal: their list, the page of each, and the form that plans one. */
@Controller
class InspectionPagesController {

    private static final int ALL = 50;

    private final Inspections inspections;
    private final InspectionViews views;
    private final KeyTasks keyTasks;
    private final CycleViews cycles;
    private final WorkItems workItems;
    private final ProcessDiagrams diagrams;
    private final CurrentUsers currentUsers;
    private final Refusals refusals;
    private final Clock clock;

    InspectionPagesController(
            Inspections inspections,
            InspectionViews views,
            KeyTasks keyTasks,
            CycleViews cycles,
            WorkItems workItems,
            ProcessDiagrams diagrams,
            CurrentUsers currentUsers,
            Refusals refusals,
            Clock clock) {
        this.inspections = inspections;
        this.views = views;
        this.keyTasks = keyTasks;
        this.cycles = cycles;
        this.workItems = workItems;
        this.diagrams = diagrams;
        this.currentUsers = currentUsers;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping("/inspections")
    String list(
            @RequestParam(required = false) @Nullable InspectionState state,
            @RequestParam(required = false) @Nullable FindingAgreement agreement,
            @PageableDefault(size = 50) Pageable page,
            Model model) {
        CurrentUser user = currentUsers.required();
        model.addAttribute(
                "inspections",
                views.list(
                        new InspectionFilter(state, agreement, null, null, null),
                        user,
                        page.getPageNumber(),
                        page.getPageSize()));
        model.addAttribute("state", state);
        model.addAttribute("agreement", agreement);
        model.addAttribute(
                "states",
                user.readsWholeGovernment()
                        ? InspectionState.values()
                        : new InspectionState[] {InspectionState.DECIDING, InspectionState.RECORDED});
        model.addAttribute("agreements", FindingAgreement.values());
        model.addAttribute("office", user.isOffice());
        UriComponentsBuilder base = UriComponentsBuilder.fromPath("/inspections");
        if (state != null) {
            base.queryParam("state", state);
        }
        if (agreement != null) {
            base.queryParam("agreement", agreement);
        }
        model.addAttribute("base", base.toUriString());
        return "reporting/inspections";
    }

    @GetMapping("/inspections/{id}")
    String show(@PathVariable String id, Model model) {
        CurrentUser user = currentUsers.required();
        InspectionView inspection = views.get(id, user);
        model.addAttribute("i", inspection);
        model.addAttribute(
                "mine",
                workItems.mineAt(id).stream().map(WorkItem::id).findFirst().orElse(null));
        model.addAttribute("cancellable", user.isOffice() && inspection.state() == InspectionState.PLANNED);
        model.addAttribute("diagram", diagrams.progress("inspection", id).orElse(null));
        return "reporting/inspection";
    }

    @PostMapping("/inspections/{id}/cancellation")
    ModelAndView cancel(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes after) {
        try {
            inspections.cancel(id, reason);
            after.addFlashAttribute("done", "cancelled");
            return new ModelAndView("redirect:/inspections/" + id);
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
            model.addAttribute("refused", refusals.wholeMessage(refusal));
            model.addAttribute("reason", reason);
            ModelAndView page = new ModelAndView(show(id, model), model.asMap());
            page.setStatus(refusal.kind() == Kind.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT);
            return page;
        }
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping("/inspections/{id}/cancellation")
    String again(@PathVariable String id) {
        return "redirect:/inspections/" + id;
    }

    /** @param cycle whose report is looked at; the latest that has one if it is not named */
    @GetMapping("/key-tasks/{id}/inspections/new")
    ModelAndView form(@PathVariable String id, @RequestParam(required = false) @Nullable String cycle) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        String chosen = cycle != null
                ? cycle
                : cycles(id, user).stream()
                        .filter(each -> each.reportVersions() > 0)
                        .map(CycleView::id)
                        .findFirst()
                        .orElse("");
        return form(
                id, Map.of("cycle", chosen, "plannedOn", LocalDate.now(clock).toString()), List.of(), user);
    }

    @PostMapping("/key-tasks/{id}/inspections")
    ModelAndView plan(@PathVariable String id, @RequestParam Map<String, String> entered, RedirectAttributes after) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        try {
            String cycle = entered.getOrDefault("cycle", "");
            String planned = inspections.plan(
                    id,
                    cycle.isEmpty() ? null : cycle,
                    entered.get("place"),
                    day(entered.getOrDefault("plannedOn", "")));
            after.addFlashAttribute("done", "planned");
            return new ModelAndView("redirect:/inspections/" + planned);
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID) {
                throw refusal;
            }
            ModelAndView page = form(id, entered, Mistake.of(refusal, refusals), user);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView form(String id, Map<String, String> entered, List<Mistake> mistakes, CurrentUser user) {
        KeyTask keyTask = keyTasks.get(id);
        if (!keyTask.isVisibleTo(user)) {
            throw DomainException.notFound(id);
        }
        ModelAndView page = new ModelAndView("reporting/inspection-plan");
        page.addObject("keyTask", keyTask);
        page.addObject("cycles", cycles(id, user));
        page.addObject("entered", entered);
        page.addObject("mistakes", mistakes);
        page.addObject("wrong", Mistake.byKey(mistakes));
        page.addObject("today", LocalDate.now(clock));
        return page;
    }

    private List<CycleView> cycles(String keyTaskId, CurrentUser user) {
        return cycles.list(CycleFilter.ofKeyTask(keyTaskId), user, 0, ALL).items();
    }

    /**
     * The inspections of a key task: part of its page, and a page of its own where scripts are off.
     *
     * @param cycle only those of its report
     */
    @GetMapping("/key-tasks/{id}/inspections")
    String ofKeyTask(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model model) {
        CurrentUser user = currentUsers.required();
        if (!keyTasks.get(id).isVisibleTo(user)) {
            throw DomainException.notFound(id);
        }
        model.addAttribute("inspections", views.all(new InspectionFilter(null, null, id, cycle, null), user));
        model.addAttribute("cycleId", cycle);
        model.addAttribute("keyTaskId", id);
        model.addAttribute("office", user.isOffice());
        return partOfPage ? "reporting/related-inspections :: related" : "reporting/related-inspections";
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
