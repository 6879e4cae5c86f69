package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.PostDeputies;
import org.supervision.workflow.PostDeputy;
import org.supervision.workflow.Refusals;

/** Whoever is away for some days says who holds their post meanwhile. */
@Controller
class PostDeputiesController {

    /** @param post path; may be left out by who holds one post only */
    record DeputyForm(
            @Nullable String post,
            @Nullable String deputy,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate startsOn,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate endsOn) {}

    /** How far it is: named for later, under way, over. */
    enum State {
        PLANNED,
        UNDER_WAY,
        ENDED
    }

    /** A deputy as the holder and the deputy read it. */
    record DeputyAnswer(
            String id, String post, String holder, String deputy, LocalDate startsOn, LocalDate endsOn, State state) {

        static DeputyAnswer of(PostDeputy deputy) {
            return new DeputyAnswer(
                    deputy.id(),
                    deputy.post().toString(),
                    deputy.holder(),
                    deputy.deputy(),
                    deputy.startsOn(),
                    deputy.endsOn(),
                    deputy.isUnderWay() ? State.UNDER_WAY : deputy.isOpen() ? State.PLANNED : State.ENDED);
        }
    }

    private final PostDeputies deputies;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    PostDeputiesController(PostDeputies deputies, CurrentUsers currentUsers, Refusals words) {
        this.deputies = deputies;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/api/v1/me/deputies")
    @ResponseBody
    List<DeputyAnswer> list() {
        return deputies.mine().stream().map(DeputyAnswer::of).toList();
    }

    @PostMapping("/api/v1/me/deputies")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    DeputyAnswer nameByRest(@RequestBody DeputyForm form) {
        return DeputyAnswer.of(name(form));
    }

    @PostMapping("/api/v1/me/deputies/{id}/withdrawal")
    @ResponseBody
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawByRest(@PathVariable String id) {
        deputies.withdraw(id);
    }

    @GetMapping("/deputies")
    String show(Model model) {
        CurrentUser reader = currentUsers.required();
        List<PostDeputy> shown = deputies.mine();
        model.addAttribute("deputies", shown);
        model.addAttribute(
                "endable",
                shown.stream()
                        .filter(each -> PostDeputies.mayEnd(reader, each))
                        .map(PostDeputy::id)
                        .toList());
        model.addAttribute("posts", deputies.myPosts());
        model.addAttribute("colleagues", deputies.colleagues());
        return "identity/deputies";
    }

    @PostMapping("/deputies")
    String name(DeputyForm form, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            PostDeputy named = name(form);
            after.addFlashAttribute(
                    "done",
                    words.text(
                            named.isUnderWay() ? "workflow.deputy.begun" : "workflow.deputy.named",
                            List.of(
                                    named.deputyName(),
                                    named.startsOn().toString(),
                                    named.endsOn().toString())));
            return "redirect:/deputies";
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.UNAVAILABLE) {
                throw refusal;
            }
            response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
            model.addAttribute("refusal", words.wholeMessage(refusal));
            model.addAttribute("form", form);
            return show(model);
        }
    }

    @PostMapping("/deputies/{id}/withdrawal")
    String withdraw(@PathVariable String id, RedirectAttributes after) {
        deputies.withdraw(id);
        after.addFlashAttribute("done", words.text("workflow.deputy.withdrawn", List.of()));
        return "redirect:/deputies";
    }

    private PostDeputy name(DeputyForm form) {
        return deputies.name(form.post(), form.deputy(), form.startsOn(), form.endsOn());
    }
}
