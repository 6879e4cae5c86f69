package org.supervision.keytask.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.keytask.AnnualPlans;
import org.supervision.keytask.CarryOvers;
import org.supervision.keytask.CarryOvers.Chosen;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Key tasks that go on in the next year: the page that takes them over, and their links on the page of each. */
@Controller
class CarryOverPageController {

    private final CarryOvers carryOvers;
    private final KeyTaskViews views;
    private final KeyTasks keyTasks;
    private final AnnualPlans plans;
    private final CurrentUsers currentUsers;

    CarryOverPageController(
            CarryOvers carryOvers,
            KeyTaskViews views,
            KeyTasks keyTasks,
            AnnualPlans plans,
            CurrentUsers currentUsers) {
        this.carryOvers = carryOvers;
        this.views = views;
        this.keyTasks = keyTasks;
        this.plans = plans;
        this.currentUsers = currentUsers;
    }

    @GetMapping("/key-tasks/plans/{year}/carry-over")
    ModelAndView page(@PathVariable int year) {
        return page(year, null, new LinkedMultiValueMap<>());
    }

    /** Those that are chosen, each under the goal that was typed for it. */
    @PostMapping("/key-tasks/plans/{year}/carry-over")
    ModelAndView carryOver(
            @PathVariable int year, @RequestParam MultiValueMap<String, String> entered, RedirectAttributes after) {
        List<String> chosen = entered.getOrDefault("keyTask", List.of());
        try {
            after.addFlashAttribute(
                    "carried",
                    carryOvers.carryOver(
                            year,
                            chosen.stream()
                                    .map(id -> new Chosen(id, goal(entered, id)))
                                    .toList()));
            return new ModelAndView("redirect:/key-tasks/plans/" + year + "/carry-over");
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
            ModelAndView page = page(year, refusal, entered);
            page.setStatus(refusal.kind() == Kind.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT);
            return page;
        }
    }

    /** @param entered is shown again, so that a refusal loses nothing */
    private ModelAndView page(int year, @Nullable DomainException refusal, MultiValueMap<String, String> entered) {
        List<CarryOvers.Candidate> candidates = carryOvers.candidates(year);
        ModelAndView page = new ModelAndView("keytask/carry-over");
        page.addObject("year", year);
        page.addObject("candidates", candidates);
        page.addObject(
                "units",
                keyTasks.unitsOf(
                        candidates.stream().map(CarryOvers.Candidate::keyTask).toList()));
        page.addObject("issued", plans.isIssued(currentUsers.required().requiredGovernment(), year));
        page.addObject("refusal", refusal);
        page.addObject("chosen", entered.getOrDefault("keyTask", List.of()));
        page.addObject("entered", entered.toSingleValueMap());
        return page;
    }

    private static String goal(MultiValueMap<String, String> entered, String id) {
        return Objects.toString(entered.getFirst("goal." + id), "").replace("\r\n", "\n");
    }

    /** What the key task continues and what continues it: part of its page, and a page of its own where scripts are off. */
    @GetMapping("/key-tasks/{id}/lineage")
    String lineage(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model model) {
        CurrentUser user = currentUsers.required();
        KeyTaskView keyTask = views.get(id);
        model.addAttribute("keyTaskId", id);
        model.addAttribute("year", keyTask.year());
        model.addAttribute("lineage", carryOvers.lineage(id, user));
        List<KeyTask> before =
                user.isOffice() ? keyTasks.of(keyTask.government(), keyTask.year() - 1) : List.<KeyTask>of();
        model.addAttribute("before", before);
        return partOfPage ? "keytask/lineage :: lineage" : "keytask/lineage";
    }

    @PostMapping("/key-tasks/{id}/predecessor")
    String link(
            @PathVariable String id, @RequestParam(defaultValue = "") String predecessor, RedirectAttributes after) {
        carryOvers.link(id, predecessor.isEmpty() ? null : predecessor);
        after.addFlashAttribute("linked", true);
        return "redirect:/key-tasks/" + id;
    }

    /** Where a reload or another language leads. */
    @GetMapping("/key-tasks/{id}/predecessor")
    String linked(@PathVariable String id) {
        return "redirect:/key-tasks/" + id;
    }
}
