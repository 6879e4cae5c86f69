package org.supervision.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.calendar.DateWords;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.CheckRule;
import org.supervision.reporting.CheckSeverities;
import org.supervision.reporting.CheckSeverities.Setting;
import org.supervision.reporting.CheckSeverity;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Refusals;

/** The catalogue of checks on submission with examples, in portal and REST; the chief says how strictly each is taken. */
@Controller
class CheckRulesController {

    /** All checks. */
    record SettingList(List<Setting> items) {}

    /** @param effectiveFrom tomorrow without it */
    record SeverityChange(@Nullable CheckSeverity severity, @Nullable LocalDate effectiveFrom) {}

    private final CheckSeverities severities;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final Refusals words;
    private final DateWords dates;

    CheckRulesController(
            CheckSeverities severities, CurrentUsers currentUsers, Clock clock, Refusals words, DateWords dates) {
        this.severities = severities;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.words = words;
        this.dates = dates;
    }

    @GetMapping("/rules/checks")
    String page(Model model) {
        CurrentUser user = currentUsers.required();
        model.addAttribute("settings", severities.settings(user.requiredGovernment()));
        model.addAttribute("severities", CheckSeverity.values());
        model.addAttribute("mayChange", user.is(Role.OFFICE_CHIEF));
        model.addAttribute("tomorrow", tomorrow());
        return "reporting/check-rules";
    }

    @PostMapping("/rules/checks/{rule}")
    String change(
            @PathVariable CheckRule rule,
            @RequestParam CheckSeverity severity,
            @RequestParam(defaultValue = "") String effectiveFrom,
            RedirectAttributes after) {
        try {
            LocalDate from = date(effectiveFrom);
            severities.change(rule, severity, from);
            after.addFlashAttribute("done", words.text("identity.rule.changed", List.of(dates.dueInWords(from))));
        } catch (DomainException refusal) {
            if (refusal.kind() != DomainException.Kind.INVALID) {
                throw refusal;
            }
            after.addFlashAttribute("refusal", words.wholeMessage(refusal));
        }
        return "redirect:/rules/checks#" + rule;
    }

    /** Where a reload or another language leads after a change. */
    @GetMapping("/rules/checks/{rule}")
    String again(@PathVariable CheckRule rule) {
        return "redirect:/rules/checks#" + rule;
    }

    @GetMapping("/api/v1/check-rules")
    @ResponseBody
    SettingList rules() {
        return new SettingList(severities.settings(currentUsers.required().requiredGovernment()));
    }

    @PutMapping("/api/v1/check-rules/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable CheckRule rule, @RequestBody SeverityChange change) {
        if (change.severity() == null) {
            throw DomainException.invalidField("severity", "reporting.error.required");
        }
        severities.change(
                rule, change.severity(), change.effectiveFrom() == null ? tomorrow() : change.effectiveFrom());
    }

    private LocalDate tomorrow() {
        return LocalDate.now(clock).plusDays(1);
    }

    private LocalDate date(String typed) {
        try {
            return typed.isBlank() ? tomorrow() : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw DomainException.invalidField("effectiveFrom", "reporting.error.date");
        }
    }
}
