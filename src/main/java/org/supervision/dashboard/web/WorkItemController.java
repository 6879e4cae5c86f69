package org.supervision.dashboard.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.calendar.Deadlines;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.EvidenceFiles;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.TextDifference;
import org.supervision.workflow.CompletedWorkItem;
import org.supervision.workflow.Drafts;
import org.supervision.workflow.EntriesOnBehalf;
import org.supervision.workflow.EntrySource;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItemSubjects.Fact;
import org.supervision.workflow.WorkItemSubjects.KeyTaskReference;
import org.supervision.workflow.WorkItems;
import org.supervision.workflow.WorkItems.WorkItemDetail;

/** The page of a work item: its form with all that is needed to fill it, and the act itself. */
@Controller
@RequestMapping("/work-items/{id}")
class WorkItemController {

    private static final String ENTRY_SOURCE = "entrySource";
    /**
     * A fact with what is new in it.
     *
     * @param changes empty where nothing is replaced
     */
    record ShownFact(String label, String text, @Nullable String url, List<TextDifference.Part> changes) {

        static ShownFact of(Fact fact) {
            return new ShownFact(
                    fact.label(),
                    fact.text(),
                    fact.url(),
                    fact.before() == null ? List.of() : TextDifference.between(fact.before(), fact.text()));
        }
    }

    private static final String ANSWERS = "warningAnswers";

    private final WorkItems workItems;
    private final Drafts drafts;
    private final EntriesOnBehalf entries;
    private final CycleStories stories;
    private final ReviewQueues reviews;
    private final IndicatorRows indicators;
    private final ReviewDeadlines reviewDeadlines;
    private final Deadlines deadlines;
    private final Outcomes outcomes;
    private final Refusals refusals;
    private final CurrentUsers currentUsers;
    private final Words words;

    WorkItemController(
            WorkItems workItems,
            Drafts drafts,
            EntriesOnBehalf entries,
            CycleStories stories,
            ReviewQueues reviews,
            IndicatorRows indicators,
            ReviewDeadlines reviewDeadlines,
            Deadlines deadlines,
            Outcomes outcomes,
            Refusals refusals,
            CurrentUsers currentUsers,
            Words words) {
        this.workItems = workItems;
        this.drafts = drafts;
        this.entries = entries;
        this.stories = stories;
        this.reviews = reviews;
        this.indicators = indicators;
        this.reviewDeadlines = reviewDeadlines;
        this.deadlines = deadlines;
        this.outcomes = outcomes;
        this.refusals = refusals;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id) {
        try {
            WorkItemDetail detail = workItems.open(id);
            boolean ofRound = detail.item().process().equals("reporting-round");
            boolean ofCycle = detail.subject().isStepOfCycle(detail.item());
            if (ofRound || !ofCycle && detail.facts().isEmpty()) {
                return new ModelAndView("redirect:/" + (ofRound ? "rounds/" : "slips/")
                        + detail.item().businessKey());
            }
            return ownPage(detail, new EnteredForm(detail.values(), detail.warningAnswers()), List.of());
        } catch (DomainException refusal) {
            return gone(id, refusal, Map.of());
        }
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping({"/completion", "/clean-approval", "/draft"})
    String again(@PathVariable String id) {
        return "redirect:/work-items/" + id;
    }

    /** The act; a refusal shows the form again with everything that was entered. */
    @PostMapping("/completion")
    ModelAndView complete(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes redirect) {
        return complete(id, EnteredForm.of(parameters), redirect);
    }

    /** One key for a report with which nothing is wrong: the unit's verdict becomes the reviewer's. */
    @PostMapping("/clean-approval")
    ModelAndView approveClean(@PathVariable String id, RedirectAttributes redirect) {
        try {
            return complete(id, new EnteredForm(reviews.cleanApproval(workItems.get(id)), Map.of()), redirect);
        } catch (DomainException refusal) {
            return refused(id, refusal, new EnteredForm(Map.of(), Map.of()));
        }
    }

    private ModelAndView complete(String id, EnteredForm entered, RedirectAttributes redirect) {
        try {
            WorkItemDetail detail = workItems.get(id);
            String next = reviews.afterwards(detail);
            workItems.complete(id, entered.values(), entered.warningAnswers());
            redirect.addFlashAttribute(Flash.NAME, outcomes.of(detail, entered.values(), currentUsers.required()));
            return new ModelAndView("redirect:" + next);
        } catch (DomainException refusal) {
            return refused(id, refusal, entered);
        }
    }

    /** The button that saves, where no script does. */
    @PostMapping("/draft")
    ModelAndView saveDraft(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        EnteredForm entered = EnteredForm.of(parameters);
        try {
            drafts.save(id, entered.values(), entered.warningAnswers(), null);
            return new ModelAndView("redirect:/work-items/" + id);
        } catch (DomainException refusal) {
            return refused(id, refusal, entered);
        }
    }

    /** The same form for the office, which enters what a unit has handed in on paper or by telephone. */
    @GetMapping("/on-behalf")
    ModelAndView showOnBehalf(@PathVariable String id) {
        WorkItemDetail detail = entries.get(id);
        return pageOnBehalf(detail, new EnteredForm(detail.values(), Map.of()), null, List.of());
    }

    @PostMapping("/on-behalf")
    ModelAndView completeOnBehalf(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable EntrySource entrySource,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes redirect) {
        parameters.remove(ENTRY_SOURCE);
        EnteredForm entered = EnteredForm.of(parameters);
        try {
            WorkItemDetail detail = entries.get(id);
            entries.complete(id, entered.values(), entered.warningAnswers(), entrySource);
            redirect.addFlashAttribute(
                    Flash.NAME,
                    outcomes.of("on-behalf", detail.item().businessKey(), entered.values(), currentUsers.required()));
            return new ModelAndView("redirect:/cycles/" + detail.item().businessKey());
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID) {
                return gone(id, refusal, entered.values());
            }
            ModelAndView again = pageOnBehalf(entries.get(id), entered, entrySource, mistakes(refusal));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView pageOnBehalf(
            WorkItemDetail detail, EnteredForm shown, @Nullable EntrySource source, List<Mistake> mistakes) {
        ModelAndView page = page(detail, shown, mistakes);
        page.addObject("onBehalf", true);
        page.addObject(
                "sourceField",
                FormField.choice(
                        ENTRY_SOURCE,
                        words.of("dashboard.on-behalf.source"),
                        Arrays.stream(EntrySource.values())
                                .map(each -> new FormField.Option(
                                        each.name(), words.of("workflow.entry-source", each), null))
                                .toList(),
                        source == null ? null : source.name(),
                        Mistake.byKey(mistakes).get(ENTRY_SOURCE)));
        return page;
    }

    private ModelAndView refused(String id, DomainException refusal, EnteredForm entered) {
        if (refusal.kind() != Kind.INVALID) {
            return gone(id, refusal, entered.values());
        }
        ModelAndView again = ownPage(workItems.get(id), entered, mistakes(refusal));
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    /** With the draft, which those see alone for whom it waits. */
    private ModelAndView ownPage(WorkItemDetail detail, EnteredForm shown, List<Mistake> mistakes) {
        ModelAndView page = page(detail, shown, mistakes);
        page.addObject("draft", drafts.get(detail.item().id()));
        return page;
    }

    private ModelAndView page(WorkItemDetail detail, EnteredForm shown, List<Mistake> mistakes) {
        boolean ofCycle = detail.subject().isStepOfCycle(detail.item());
        ModelAndView page = new ModelAndView(ofCycle ? "dashboard/work-item" : "dashboard/matter");
        page.addObject("item", detail.item());
        page.addObject("step", words.step(detail.item()));
        page.addObject("mistakes", mistakes);
        List<FormField> fields =
                FormField.of(detail.form().in(words.language()), shown.values(), Mistake.byKey(mistakes));
        page.addObject("fields", fields);
        page.addObject("inHandDays", deadlines.daysSince(detail.item().createdAt()));
        if (ofCycle) {
            CycleStory story = stories.tell(detail.item().businessKey(), currentUsers.required());
            page.addObject("c", story);
            page.addObject(
                    "checks",
                    CheckCard.of(
                            shown.values().equals(detail.values())
                                    ? detail.warnings()
                                    : workItems.warnings(detail, shown.values()),
                            shown.warningAnswers(),
                            Mistake.byKey(mistakes),
                            refusals));
            page.addObject("review", ReviewQueues.isReview(detail));
            reviews.addTo(page, detail);
            indicators.addTo(page, detail, shown.values(), Mistake.byKey(mistakes));
            page.addObject("returnDueAt", reviewDeadlines.resubmission(story));
        } else {
            page.addObject("keyTask", detail.subject().keyTask());
            page.addObject("title", title(detail, mistakes.size()));
            page.addObject("facts", detail.facts().stream().map(ShownFact::of).toList());
            page.addObject("answers", equalAnswers(fields));
            page.addObject("attaches", EvidenceFiles.belongTo(detail.item()));
            page.addObject("decides", detail.form().field("decision").isPresent());
        }
        return page;
    }

    private String title(WorkItemDetail detail, int mistakes) {
        KeyTaskReference keyTask = detail.subject().keyTask();
        String title = keyTask == null
                ? words.step(detail.item())
                : words.of("dashboard.work-item.title", String.valueOf(keyTask.number()), words.step(detail.item()));
        return mistakes == 0 ? title : words.of("dashboard.work-item.wrong", mistakes, title);
    }

    /** Granting and refusing weigh the same: each is a button, none is chosen before; empty for forms that ask otherwise. */
    private static List<FormField.Option> equalAnswers(List<FormField> fields) {
        return fields.stream()
                .filter(field -> field.key().equals("decision"))
                .map(FormField::options)
                .filter(options ->
                        options.stream().map(FormField.Option::value).toList().equals(List.of("GRANT", "REFUSE")))
                .findFirst()
                .orElse(List.of());
    }

    /** Answers to warnings stand beside the warning each belongs to. */
    private List<Mistake> mistakes(DomainException refusal) {
        return refusal.fieldErrors().isEmpty()
                ? Mistake.of(refusal, refusals)
                : refusal.fieldErrors().stream()
                        .map(error -> new Mistake(
                                error.field().equals(ANSWERS) ? CheckCard.key(error.code()) : error.field(),
                                refusals.message(error)))
                        .toList();
    }

    /** Somebody else was first, or time was: what was entered is shown so that nothing is lost. */
    private ModelAndView gone(String id, DomainException refusal, Map<String, ?> entered) {
        if (refusal.kind() == Kind.NOT_FOUND && entered.isEmpty()) {
            throw refusal;
        }
        ModelAndView page = new ModelAndView("dashboard/work-item-gone", HttpStatus.CONFLICT);
        page.addObject(
                "what",
                refusal.kind() == Kind.NOT_FOUND ? words.of("dashboard.gone.ended") : refusals.message(refusal));
        page.addObject(
                "cycleId",
                workItems
                        .completion(id)
                        .filter(done -> done.process().equals("quarterly-cycle"))
                        .map(CompletedWorkItem::businessKey)
                        .orElse(null));
        page.addObject(
                "entered",
                entered.values().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text -> !text.isBlank() && !text.matches("[A-Z_]+"))
                        .collect(Collectors.joining("\n\n")));
        return page;
    }
}
