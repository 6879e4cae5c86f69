package org.supervision.reporting.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.WithholdingGround;
import org.supervision.reporting.Withholdings;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** What of one key task is not for publication, as a part of its page. */
@Controller
@RequestMapping("/key-tasks/{id}/withholdings")
class KeyTaskWithholdingsController {

    /** A key task has at most four cycles a year. */
    private static final int ALL = 50;

    private final Withholdings withholdings;
    private final CycleViews cycles;
    private final CurrentUsers currentUsers;
    private final Refusals refusals;

    KeyTaskWithholdingsController(
            Withholdings withholdings, CycleViews cycles, CurrentUsers currentUsers, Refusals refusals) {
        this.withholdings = withholdings;
        this.cycles = cycles;
        this.currentUsers = currentUsers;
        this.refusals = refusals;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage) {
        ModelAndView page = page(id, List.of(), Map.of());
        if (partOfPage) {
            page.setViewName(page.getViewName() + " :: withholdings");
        }
        return page;
    }

    @PostMapping
    ModelAndView withhold(@PathVariable String id, WithholdingForm form, @RequestParam Map<String, String> entered) {
        try {
            withholdings.withhold(id, form.roundId(), form.legalGround(), form.reason());
            return back(id);
        } catch (DomainException refusal) {
            ModelAndView page = page(id, Mistake.of(refusal, refusals), entered);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    @PostMapping("/{withholding}/lifting")
    ModelAndView lift(@PathVariable String id, @PathVariable long withholding) {
        withholdings.lift(id, withholding);
        return back(id);
    }

    private static ModelAndView back(String id) {
        return new ModelAndView("redirect:/key-tasks/" + id + "#withholdings");
    }

    private ModelAndView page(String id, List<Mistake> mistakes, Map<String, String> entered) {
        return new ModelAndView("reporting/withholdings")
                .addObject("keyTaskId", id)
                .addObject("withholdings", withholdings.ofKeyTask(id))
                .addObject("grounds", WithholdingGround.values())
                .addObject(
                        "cycles",
                        cycles.list(CycleFilter.ofKeyTask(id), currentUsers.required(), 0, ALL)
                                .items())
                .addObject("errors", mistakes)
                .addObject("entered", entered);
    }
}
