package org.supervision.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
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
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultTables;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.SecrecyChecks;
import org.supervision.reporting.SecrecyChecks.SecrecyCheck;
import org.supervision.reporting.WithholdingGround;
import org.supervision.reporting.Withholdings;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** The result table as it would be published, what is left out of it, its secrecy check and the chief's signature. */
@Controller
class RoundPreviewController {

    private final RoundActs acts;
    private final Publications publications;
    private final Withholdings withholdings;
    private final SecrecyChecks checks;
    private final CurrentUsers currentUsers;
    private final RoundWords words;
    private final Refusals refusals;
    private final ResultTables tables;

    RoundPreviewController(
            RoundActs acts,
            Publications publications,
            Withholdings withholdings,
            SecrecyChecks checks,
            CurrentUsers currentUsers,
            RoundWords words,
            Refusals refusals,
            ResultTables tables) {
        this.acts = acts;
        this.publications = publications;
        this.withholdings = withholdings;
        this.checks = checks;
        this.tables = tables;
        this.currentUsers = currentUsers;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping("/rounds/{id}/preview")
    ModelAndView preview(@PathVariable String id, Locale locale) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        return page(acts.get(id), locale);
    }

    /** @param confirmed the statement of whoever checks that everything was looked through */
    @PostMapping("/rounds/{id}/secrecy-check")
    ModelAndView checkSecrecy(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam Map<String, String> entered,
            RedirectAttributes after,
            Locale locale) {
        if (!confirmed) {
            currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
            return refused(id, mistake("checked", "reporting.preview.check-first"), entered, locale);
        }
        return done(id, after, "secrecy-checked", entered, locale, () -> acts.checkSecrecy(id, opinion.strip()));
    }

    /** @param confirmed the chief's own statement that the table was checked */
    @PostMapping("/rounds/{id}/publication")
    ModelAndView publish(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes after,
            Locale locale) {
        if (!confirmed) {
            currentUsers.requiredIn(Role.OFFICE_CHIEF);
            return refused(id, mistake("confirmed", "reporting.preview.confirm-first"), Map.of(), locale);
        }
        ModelAndView signed = done(id, after, "published", Map.of(), locale, () -> acts.sign(id));
        if (signed.getStatus() == null) {
            signed.setViewName("redirect:/rounds/" + id);
        }
        return signed;
    }

    @PostMapping("/rounds/{id}/publication-return")
    ModelAndView giveBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam Map<String, String> entered,
            RedirectAttributes after,
            Locale locale) {
        return done(id, after, "publication-returned", entered, locale, () -> acts.returnToCheck(id, comment.strip()));
    }

    /** @param whole whether the key task is left out of every round rather than its report of this one */
    @PostMapping("/rounds/{id}/withholdings")
    ModelAndView withhold(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String keyTask,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> entered,
            RedirectAttributes after,
            Locale locale) {
        String act = acts.get(id).state() == RoundState.PUBLISHED ? "withdrawn" : "withheld";
        return done(id, after, act, entered, locale, () -> {
            withholdings.withhold(keyTask(keyTask), whole ? null : id, WithholdingForm.ground(ground), reason);
            return acts.get(id);
        });
    }

    @PostMapping("/rounds/{id}/withholdings/{withholding}/lifting")
    ModelAndView lift(
            @PathVariable String id,
            @PathVariable long withholding,
            @RequestParam String keyTask,
            RedirectAttributes after,
            Locale locale) {
        return done(id, after, "withholding-lifted", Map.of(), locale, () -> {
            withholdings.lift(keyTask, withholding);
            return acts.get(id);
        });
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping({
        "/rounds/{id}/secrecy-check",
        "/rounds/{id}/publication",
        "/rounds/{id}/publication-return",
        "/rounds/{id}/withholdings"
    })
    String again(@PathVariable String id) {
        return "redirect:/rounds/" + id + "/preview";
    }

    private ModelAndView done(
            String id,
            RedirectAttributes after,
            String act,
            Map<String, String> entered,
            Locale locale,
            Supplier<RoundView> doing) {
        try {
            after.addFlashAttribute("flash", words.done(act, doing.get()));
            return new ModelAndView("redirect:/rounds/" + id + "/preview");
        } catch (DomainException refusal) {
            return refused(id, Mistake.of(refusal, refusals), entered, locale);
        }
    }

    private List<Mistake> mistake(String field, String message) {
        return List.of(new Mistake(field, refusals.text(message, List.of())));
    }

    /** @param entered what was typed, which stays */
    private ModelAndView refused(String id, List<Mistake> mistakes, Map<String, String> entered, Locale locale) {
        ModelAndView page =
                page(acts.get(id), locale).addObject("errors", mistakes).addObject("entered", entered);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static String keyTask(String id) {
        if (id.isBlank()) {
            throw DomainException.invalidField("keyTask", "reporting.withholding.key-task");
        }
        return id;
    }

    private ModelAndView page(RoundView round, Locale locale) {
        Publications.Draft draft = publications.draft(round.id());
        SecrecyCheck check = checks.latest(round.id()).orElse(null);
        return new ModelAndView("reporting/round-preview")
                .addObject("round", round)
                .addObject("table", tables.unsigned(round.quarter(), draft, locale))
                .addObject("changed", check != null && publications.isChangedSince(check, draft))
                .addObject("step", acts.step(round.id()))
                .addObject("check", check)
                .addObject("withholdings", withholdings.of(round.id()))
                .addObject("grounds", WithholdingGround.values())
                .addObject("keyTasks", withholdings.choices(round.id()))
                .addObject("errors", List.of())
                .addObject("entered", Map.of());
    }
}
