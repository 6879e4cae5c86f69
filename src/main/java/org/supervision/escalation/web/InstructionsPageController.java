package org.supervision.escalation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.escalation.Instructions;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** A city leader's instruction as a part of the key task's page, and a page of its own where scripts are off. */
@Controller
@RequestMapping("/key-tasks/{id}/instructions")
class InstructionsPageController {

    /** Sentences a leader takes with one tap; their words stand in the messages. */
    private static final int PHRASES = 3;

    private final Instructions instructions;
    private final SlipViews slips;
    private final KeyTasks keyTasks;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    InstructionsPageController(
            Instructions instructions, SlipViews slips, KeyTasks keyTasks, CurrentUsers currentUsers, Refusals words) {
        this.instructions = instructions;
        this.slips = slips;
        this.keyTasks = keyTasks;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model model) {
        String page = page(id, "", "", model);
        return partOfPage ? page + " :: instruction" : page;
    }

    /** @param phrase number of a prepared sentence that is to be added; without one the instruction is given */
    @PostMapping
    String instruct(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String limitOn,
            @RequestParam(required = false) @Nullable Integer phrase,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        if (phrase != null && phrase >= 1 && phrase <= PHRASES) {
            return page(id, text.strip() + phrase(phrase), limitOn, model);
        }
        try {
            String order = instructions.instruct(id, text, date(limitOn));
            after.addFlashAttribute("done", words.text("escalation.instruction.given", List.of()));
            return "redirect:/slips/" + order;
        } catch (DomainException refusal) {
            List<Mistake> mistakes = Mistake.of(refusal, words);
            response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
            model.addAttribute("errors", mistakes);
            model.addAttribute("mistakes", Mistake.byKey(mistakes));
            return page(id, text, limitOn, model);
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw DomainException.invalidField("limitOn", "escalation.order.limit");
        }
    }

    private String page(String id, String text, String limitOn, Model model) {
        CurrentUser leader = currentUsers.required();
        KeyTask keyTask = keyTasks.get(id);
        if (!keyTask.isVisibleTo(leader)) {
            throw DomainException.notFound(id);
        }
        model.addAttribute("keyTask", keyTask);
        model.addAttribute("orders", slips.instructions(id, leader));
        model.addAttribute(
                "phrases",
                IntStream.rangeClosed(1, PHRASES).mapToObj(this::phrase).toList());
        model.addAttribute("text", text);
        model.addAttribute("limitOn", limitOn);
        return "escalation/instruction";
    }

    private String phrase(int number) {
        return words.text("escalation.instruction.phrase-" + number, List.of());
    }
}
