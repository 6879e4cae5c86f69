package org.supervision.reporting.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.Verdict;

/** The result table as it would be published, and the chief's signature under it. */
@Controller
class RoundPreviewController {

    private final RoundActs acts;
    private final Publications publications;
    private final CurrentUsers currentUsers;
    private final RoundWords words;

    RoundPreviewController(RoundActs acts, Publications publications, CurrentUsers currentUsers, RoundWords words) {
        this.acts = acts;
        this.publications = publications;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping("/rounds/{id}/preview")
    ModelAndView preview(@PathVariable String id) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        return page(acts.get(id), false);
    }

    /** @param confirmed the chief's own statement that the table was checked */
    @PostMapping("/rounds/{id}/publication")
    ModelAndView publish(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes after) {
        currentUsers.requiredIn(Role.OFFICE_CHIEF);
        if (!confirmed) {
            ModelAndView again = page(acts.get(id), true);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        RoundView round = acts.publish(id);
        after.addFlashAttribute("flash", words.done("published", round));
        return new ModelAndView("redirect:/rounds/" + id);
    }

    private ModelAndView page(RoundView round, boolean unconfirmed) {
        List<ResultRow> rows = publications.preview(round.id());
        return new ModelAndView("reporting/round-preview")
                .addObject("round", round)
                .addObject("rows", rows)
                .addObject("counts", counts(rows))
                .addObject("unconfirmed", unconfirmed)
                .addObject(
                        "signable",
                        round.state() == RoundState.CLOSED
                                && currentUsers.required().is(Role.OFFICE_CHIEF));
    }

    /** How many rows say what, by message key: verdicts of approved reports, then what is missing. */
    private static Map<String, Long> counts(List<ResultRow> rows) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(
                    "reporting.verdict." + verdict,
                    rows.stream().filter(row -> row.verdict() == verdict).count());
        }
        counts.put(
                "reporting.preview.no-verdict",
                rows.stream()
                        .filter(row -> row.outcome() == CycleOutcome.APPROVED && row.verdict() == null)
                        .count());
        for (CycleOutcome missing :
                List.of(CycleOutcome.NOT_APPROVED, CycleOutcome.NOT_REPORTED, CycleOutcome.SUSPENDED)) {
            counts.put(
                    "reporting.outcome." + missing,
                    rows.stream().filter(row -> row.outcome() == missing).count());
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
