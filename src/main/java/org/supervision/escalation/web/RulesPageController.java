package org.supervision.escalation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.calendar.DateWords;
import org.supervision.escalation.Audience;
import org.supervision.escalation.LadderVersions;
import org.supervision.escalation.LadderVersions.LadderVersion;
import org.supervision.escalation.ScoreEvent;
import org.supervision.escalation.ScoreRules;
import org.supervision.escalation.web.RulesForm.Line;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** The rules of a government in the portal: its ladder row by row and what events cost; the chief changes them. */
@Controller
@RequestMapping("/rules")
class RulesPageController {

    /** What was typed for what an event costs. */
    record ScoreForm(String event, String points, String scoreFrom) {}

    private final LadderVersions ladders;
    private final ScoreRules scores;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final Refusals words;
    private final DateWords dates;

    RulesPageController(
            LadderVersions ladders,
            ScoreRules scores,
            CurrentUsers currentUsers,
            Clock clock,
            Refusals words,
            DateWords dates) {
        this.ladders = ladders;
        this.scores = scores;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.words = words;
        this.dates = dates;
    }

    /** @param on the day whose ladder is shown; today's without it */
    @GetMapping
    String show(@RequestParam(required = false) @Nullable LocalDate on, Model model) {
        return page(on, null, model);
    }

    @PostMapping("/ladder")
    String changeLadder(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        RulesForm form = RulesForm.typed(parameters);
        try {
            LocalDate from = date(form.effectiveFrom(), "effectiveFrom");
            ladders.change(from, form.entries());
            after.addFlashAttribute("done", words.text("escalation.ladder.changed", List.of(dates.dueInWords(from))));
            return "redirect:/rules?on=" + from;
        } catch (DomainException refusal) {
            List<Mistake> mistakes = refusal.fieldErrors().isEmpty()
                    ? Mistake.of(refusal, words)
                    : refusal.fieldErrors().stream()
                            .map(error -> new Mistake(form.name(error.field()), message(form, error)))
                            .toList();
            refused(mistakes, refusal, model, response);
            return page(null, form, model);
        }
    }

    @PostMapping("/scores")
    String changeScore(
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(defaultValue = "") String scoreFrom,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            LocalDate from = date(scoreFrom, "scoreFrom");
            ScoreEvent what = Arrays.stream(ScoreEvent.values())
                    .filter(each -> each.name().equals(event))
                    .findFirst()
                    .orElseThrow(() -> DomainException.invalidField("event", "escalation.score.event-required"));
            // A number that is none is refused as one that is too large.
            int cost = points.strip().matches("-?\\d{1,4}") ? Integer.parseInt(points.strip()) : 1;
            scores.change(what, cost, from);
            after.addFlashAttribute(
                    "done", words.text("escalation.score.rule-changed", List.of(dates.dueInWords(from))));
            return "redirect:/rules";
        } catch (DomainException refusal) {
            List<Mistake> mistakes = Mistake.of(refusal, words).stream()
                    .map(each -> "effectiveFrom".equals(each.key()) ? new Mistake("scoreFrom", each.message()) : each)
                    .toList();
            refused(mistakes, refusal, model, response);
            model.addAttribute("scoreForm", new ScoreForm(event, points, scoreFrom));
            return page(null, null, model);
        }
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping({"/ladder", "/scores"})
    String again() {
        return "redirect:/rules";
    }

    private static LocalDate date(String text, String field) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw DomainException.invalidField(field, "escalation.rule.effective-from");
        }
    }

    /** In the summary a mistake says which row it belongs to. */
    private String message(RulesForm form, FieldError error) {
        Line line = form.line(error.field());
        return line == null
                ? words.message(error)
                : words.text(
                        "escalation.ladder.in-row",
                        List.of(
                                words.text(
                                        "escalation.ladder.step." + line.place().step(), List.of()),
                                words.text(
                                        "escalation.ladder.rung." + line.place().rung(), List.of()),
                                words.message(error)));
    }

    private static void refused(
            List<Mistake> mistakes, DomainException refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
        model.addAttribute("errors", mistakes);
        model.addAttribute("mistakes", Mistake.byKey(mistakes));
    }

    private String page(@Nullable LocalDate on, @Nullable RulesForm typed, Model model) {
        CurrentUser user = currentUsers.required();
        String government = user.requiredGovernment();
        LocalDate today = LocalDate.now(clock);
        LadderVersion shown = ladders.on(government, on == null ? today : on);
        List<LadderVersion> versions = ladders.of(government);
        // Whoever changes the ladder again goes on from what was last changed, not from what still holds.
        LadderVersion coming = on != null
                        || versions.isEmpty()
                        || !versions.get(0).effectiveFrom().isAfter(today)
                ? null
                : versions.get(0);
        model.addAttribute("mayChange", user.is(Role.OFFICE_CHIEF));
        model.addAttribute("today", today);
        model.addAttribute("shown", shown);
        model.addAttribute("inForce", ladders.on(government, today));
        model.addAttribute("coming", coming);
        model.addAttribute("versions", versions);
        model.addAttribute("audiences", Audience.values());
        model.addAttribute(
                "form",
                typed == null ? RulesForm.of(ladders.rows(coming == null ? shown : coming), today.toString()) : typed);
        model.addAttribute("scoreRules", scores.on(government, today));
        model.addAttribute("scoreChanges", scores.changes(government));
        if (!model.containsAttribute("scoreForm")) {
            model.addAttribute("scoreForm", new ScoreForm("", "", today.toString()));
        }
        return "escalation/rules";
    }
}
