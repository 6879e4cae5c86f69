package org.supervision.escalation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.escalation.ScoreViews;
import org.supervision.escalation.Scores;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Quarter;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** The scores of a quarter in the portal, with every line and its cause, and the office's form for a mark. */
@Controller
@RequestMapping("/scores")
class ScoresPageController {

    /** What was typed for a mark. */
    record MarkForm(String unit, String points, String reason) {}

    private final ScoreViews views;
    private final Scores scores;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    ScoresPageController(ScoreViews views, Scores scores, OrgUnits units, CurrentUsers currentUsers, Refusals words) {
        this.views = views;
        this.scores = scores;
        this.units = units;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String quarter, Model model) {
        return page(quarter, new MarkForm("", "", ""), model);
    }

    @PostMapping("/marks")
    String mark(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam String quarter,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            scores.mark(unit, quarter(quarter), whole(points), reason);
            after.addFlashAttribute(
                    "done",
                    words.text(
                            "escalation.score.marked", List.of(units.get(unit).name(), whole(points))));
            return "redirect:/scores?quarter=" + quarter;
        } catch (DomainException refusal) {
            List<Mistake> mistakes = Mistake.of(refusal, words);
            response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
            model.addAttribute("errors", mistakes);
            model.addAttribute("mistakes", Mistake.byKey(mistakes));
            return page(quarter, new MarkForm(unit, points, reason), model);
        }
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping("/marks")
    String again() {
        return "redirect:/scores";
    }

    /** Zero for what is no whole number, which is refused as zero is. */
    private static int whole(String points) {
        return points.strip().matches("[+-]?\\d{1,4}") ? Integer.parseInt(points.strip()) : 0;
    }

    private static Quarter quarter(String text) {
        try {
            return Quarter.parse(text);
        } catch (IllegalArgumentException e) {
            throw DomainException.notFound(text);
        }
    }

    private String page(@Nullable String wanted, MarkForm form, Model model) {
        CurrentUser user = currentUsers.required();
        List<Quarter> quarters = views.quarters(user);
        Quarter quarter = wanted == null ? quarters.get(0) : quarter(wanted);
        model.addAttribute("quarter", quarter);
        model.addAttribute("quarters", quarters);
        model.addAttribute("scores", views.of(quarter, user));
        model.addAttribute("full", Scores.FULL);
        model.addAttribute("form", form);
        if (user.isOffice()) {
            model.addAttribute("units", units.of(user.requiredGovernment()));
        }
        return "escalation/scores";
    }
}
