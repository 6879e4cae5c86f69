package org.supervision.escalation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.calendar.DateWords;
import org.supervision.escalation.NumberPrefixes;
import org.supervision.escalation.SlipKind;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.GovernmentRules.RuleInForce;
import org.supervision.identity.GovernmentRules.RuleVersion;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** Time limits, thresholds and number prefixes of a government in the portal; the chief changes them. */
@Controller
@RequestMapping("/rules/limits")
class LimitsPageController {

    /** What was typed. */
    record Typed(String what, String value, String from) {}

    /** A rule with what it will say, the next change first. */
    record Line(GovernmentRule rule, int value, List<RuleVersion> coming) {}

    private final GovernmentRules rules;
    private final NumberPrefixes prefixes;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final Refusals words;
    private final DateWords dates;

    LimitsPageController(
            GovernmentRules rules,
            NumberPrefixes prefixes,
            CurrentUsers currentUsers,
            Clock clock,
            Refusals words,
            DateWords dates) {
        this.rules = rules;
        this.prefixes = prefixes;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.words = words;
        this.dates = dates;
    }

    @GetMapping
    String show(Model model) {
        CurrentUser user = currentUsers.required();
        String government = user.requiredGovernment();
        LocalDate today = LocalDate.now(clock);
        List<RuleVersion> changes = rules.changes(government);
        model.addAttribute("mayChange", user.is(Role.OFFICE_CHIEF));
        model.addAttribute("today", today);
        model.addAttribute(
                "lines",
                rules.on(government, today).stream()
                        .map(rule -> line(rule, changes, today))
                        .toList());
        model.addAttribute("changes", changes);
        model.addAttribute("prefixes", prefixes.in(government, today.getYear()));
        model.addAttribute("prefixChanges", prefixes.changes(government));
        if (!model.containsAttribute("rule")) {
            model.addAttribute("rule", new Typed("", "", today.plusDays(1).toString()));
        }
        if (!model.containsAttribute("prefix")) {
            model.addAttribute("prefix", new Typed("", "", String.valueOf(today.getYear())));
        }
        return "escalation/limits";
    }

    private static Line line(RuleInForce rule, List<RuleVersion> changes, LocalDate today) {
        return new Line(
                rule.rule(),
                rule.value(),
                changes.stream()
                        .filter(change -> change.rule() == rule.rule()
                                && change.effectiveFrom().isAfter(today))
                        .toList());
    }

    @PostMapping
    String changeRule(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String effectiveFrom,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            LocalDate from = date(effectiveFrom);
            rules.change(named(GovernmentRule.values(), rule, "rule"), whole(value), from);
            after.addFlashAttribute("done", words.text("identity.rule.changed", List.of(dates.dueInWords(from))));
            return "redirect:/rules/limits";
        } catch (DomainException refusal) {
            model.addAttribute("rule", new Typed(rule, value, effectiveFrom));
            return refused(refusal, model, response);
        }
    }

    @PostMapping("/prefixes")
    String changePrefix(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String fromYear,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            prefixes.change(named(SlipKind.values(), kind, "kind"), prefix, whole(fromYear));
            after.addFlashAttribute("done", words.text("escalation.prefix.changed", List.of(fromYear.strip())));
            return "redirect:/rules/limits";
        } catch (DomainException refusal) {
            model.addAttribute("prefix", new Typed(kind, prefix, fromYear));
            return refused(refusal, model, response);
        }
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping("/prefixes")
    String again() {
        return "redirect:/rules/limits";
    }

    private String refused(DomainException refusal, Model model, HttpServletResponse response) {
        List<Mistake> mistakes = Mistake.of(refusal, words);
        response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
        model.addAttribute("errors", mistakes);
        model.addAttribute("mistakes", Mistake.byKey(mistakes));
        return show(model);
    }

    private static <E extends Enum<E>> E named(E[] all, String name, String field) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField(field, "escalation.rule.choose"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw DomainException.invalidField("effectiveFrom", "escalation.rule.effective-from");
        }
    }

    /** A number that is none is refused as one that is out of range. */
    private static int whole(String text) {
        return text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : -1;
    }
}
