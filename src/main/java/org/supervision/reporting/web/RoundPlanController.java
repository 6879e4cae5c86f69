package org.supervision.reporting.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Quarter;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** The page on which the office arranges a round, with the rules' dates filled in. */
@Controller
class RoundPlanController {

    /** A field of the form; wrong is {@code null} while nothing is. */
    record PlanField(String key, String type, String value, @Nullable String wrong) {}

    private static final List<String> DATES = List.of("opensOn", "reportDueOn", "closesOn");
    private static final List<String> DAYS = List.of("unitReviewDays", "officeReviewDays", "resubmissionDays");

    private final RoundActs acts;
    private final RoundPlanning planning;
    private final RoundViews rounds;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Refusals refusals;
    private final RoundWords words;
    private final Clock clock;

    RoundPlanController(
            RoundActs acts,
            RoundPlanning planning,
            RoundViews rounds,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Refusals refusals,
            RoundWords words,
            Clock clock) {
        this.acts = acts;
        this.planning = planning;
        this.rounds = rounds;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    /** Without a quarter: the one after the latest round, or the first after it that is not over. */
    @GetMapping("/rounds/new")
    ModelAndView form(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer quarter) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        boolean known = year != null && quarter != null && year >= 2000 && year <= 2100 && quarter >= 1 && quarter <= 4;
        Quarter chosen = known ? new Quarter(year, quarter) : nextQuarter(user);
        PlannedRound normal = planning.defaults(user.requiredGovernment(), chosen);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("year", String.valueOf(chosen.year()));
        values.put("quarter", String.valueOf(chosen.number()));
        values.put("opensOn", String.valueOf(normal.opensOn()));
        values.put("reportDueOn", String.valueOf(normal.reportDueOn()));
        values.put("closesOn", String.valueOf(normal.closesOn()));
        values.put("unitReviewDays", String.valueOf(normal.unitReviewDays()));
        values.put("officeReviewDays", String.valueOf(normal.officeReviewDays()));
        values.put("resubmissionDays", String.valueOf(normal.resubmissionDays()));
        return page(values, List.of());
    }

    /**
     * Moves the days that follow the due date; nothing is arranged yet.
     *
     * @param partOfPage whether the page's script asks, which wants no more than what changes
     */
    @PostMapping("/rounds/new")
    ModelAndView follow(
            @RequestParam Map<String, String> entered,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        Map<String, String> values = new LinkedHashMap<>(entered);
        Optional<LocalDate> dueOn = date(entered, "reportDueOn");
        dueOn.ifPresent(
                due -> values.put("closesOn", String.valueOf(planning.closesOn(user.requiredGovernment(), due))));
        List<Mistake> mistakes = new ArrayList<>();
        if (dueOn.isEmpty()) {
            mistakes.add(new Mistake("reportDueOn", words.wrong("reportDueOn")));
        } else {
            try {
                planning.checkDueOn(date(entered, "opensOn").orElse(dueOn.get()), dueOn.get());
            } catch (DomainException refusal) {
                mistakes.add(new Mistake("reportDueOn", refusals.message(refusal)));
            }
        }
        ModelAndView page = page(values, mistakes);
        if (partOfPage) {
            page.setViewName("reporting/round-plan :: follows");
        }
        return page;
    }

    @PostMapping("/rounds")
    ModelAndView plan(
            @RequestParam Map<String, String> entered,
            @Valid @ModelAttribute("form") RoundForm form,
            BindingResult binding,
            RedirectAttributes after) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        if (binding.hasErrors()) {
            return refused(
                    entered,
                    binding.getFieldErrors().stream()
                            .map(FieldError::getField)
                            .distinct()
                            .map(field -> new Mistake(field, words.wrong(field)))
                            .toList());
        }
        try {
            RoundView round = acts.plan(form);
            after.addFlashAttribute("flash", words.done("planned", round));
            return new ModelAndView("redirect:/rounds/" + round.id());
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.INVALID) {
                return refused(entered, Mistake.of(refusal, refusals));
            }
            return refused(entered, List.of(new Mistake("quarter", refusals.message(refusal))));
        }
    }

    private Quarter nextQuarter(CurrentUser user) {
        String government = user.requiredGovernment();
        return planning.firstAhead(
                government,
                rounds.of(government, 0, 1).items().stream()
                        .findFirst()
                        .map(round -> round.quarter().next())
                        .orElseGet(() -> Quarter.of(LocalDate.now(clock)).previous()));
    }

    private ModelAndView refused(Map<String, String> entered, List<Mistake> mistakes) {
        ModelAndView page = page(entered, mistakes);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Map<String, String> values, List<Mistake> mistakes) {
        return new ModelAndView("reporting/round-plan")
                .addObject(
                        "partsDueOn",
                        date(values, "reportDueOn")
                                .map(due -> planning.partsDueOn(
                                        currentUsers.required().requiredGovernment(), due))
                                .orElse(null))
                .addObject(
                        "provisional",
                        date(values, "closesOn").map(workingDays::provisional).orElse(false))
                .addObject("year", values.getOrDefault("year", ""))
                .addObject("quarter", values.getOrDefault("quarter", ""))
                .addObject("dates", fields(DATES, "date", values, mistakes))
                .addObject("days", fields(DAYS, "text", values, mistakes))
                .addObject("mistakes", mistakes);
    }

    /** Empty for what is no date. */
    private static Optional<LocalDate> date(Map<String, String> values, String key) {
        try {
            return Optional.of(LocalDate.parse(values.getOrDefault(key, "")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<PlanField> fields(
            List<String> keys, String type, Map<String, String> values, List<Mistake> mistakes) {
        return keys.stream()
                .map(key -> new PlanField(
                        key,
                        type,
                        values.getOrDefault(key, ""),
                        mistakes.stream()
                                .filter(mistake -> key.equals(mistake.key()))
                                .map(Mistake::message)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
