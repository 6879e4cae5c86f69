package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentChoices;
import org.supervision.identity.GovernmentChoices.Choice;
import org.supervision.identity.GroupPath;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.People;
import org.supervision.identity.PostGrants;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.HandOver;
import org.supervision.workflow.HandOvers;
import org.supervision.workflow.HandOvers.Wish;
import org.supervision.workflow.Refusals;

/** Posts pass to a successor: the office chief and the system administrator say to whom and from which day. */
@Controller
class HandOversController {

    /** As {@link Wish}; only the system administrator names the government. */
    record HandOverForm(
            @Nullable String government,
            @Nullable List<String> posts,
            @Nullable String successor,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String mail,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate startsOn,
            @Nullable Role movesTo,
            @Nullable String movesToUnit) {

        Wish wish() {
            return new Wish(posts, successor, name, phone, mail, startsOn, movesTo, movesToUnit);
        }
    }

    /** @param doneAt {@code null} while its day has not come */
    record HandOverAnswer(
            String id,
            List<String> posts,
            String leaver,
            @Nullable String successor,
            LocalDate startsOn,
            @Nullable Instant doneAt) {

        static HandOverAnswer of(HandOver handOver) {
            return new HandOverAnswer(
                    handOver.id(),
                    handOver.posts().stream().map(GroupPath::toString).toList(),
                    handOver.leaver(),
                    handOver.successor(),
                    handOver.startsOn(),
                    handOver.doneAt());
        }
    }

    private final HandOvers handOvers;
    private final People people;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final GovernmentChoices choices;
    private final Refusals words;

    HandOversController(
            HandOvers handOvers,
            People people,
            OrgUnits units,
            CurrentUsers currentUsers,
            GovernmentChoices choices,
            Refusals words) {
        this.handOvers = handOvers;
        this.people = people;
        this.units = units;
        this.currentUsers = currentUsers;
        this.choices = choices;
        this.words = words;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @PostMapping("/api/v1/people/{username}/hand-overs")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    HandOverAnswer begin(@PathVariable String username, @RequestBody HandOverForm form) {
        return HandOverAnswer.of(handOvers.begin(government(form.government()), username, form.wish()));
    }

    @GetMapping("/people/hand-overs")
    String list(@RequestParam(required = false) @Nullable String government, Model model) {
        Choice choice = choices.of(government);
        List<HandOver> all = choice.government() == null ? List.of() : handOvers.of(choice.government());
        model.addAttribute("handOvers", all);
        model.addAttribute("choice", choice);
        model.addAttribute("government", choice.government());
        model.addAttribute(
                "units",
                Map.copyOf(units.byCodes(all.stream()
                        .flatMap(each -> each.posts().stream())
                        .map(GroupPath::unit)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())));
        return "identity/hand-overs";
    }

    @GetMapping("/people/{username}/hand-over")
    String show(
            @PathVariable String username, @RequestParam(required = false) @Nullable String government, Model model) {
        String scope = government(government);
        CurrentUser user = currentUsers.required();
        model.addAttribute("person", people.get(scope, username));
        model.addAttribute("government", scope);
        model.addAttribute("units", units.of(scope));
        model.addAttribute(
                "others",
                people.known(scope).values().stream()
                        .filter(other -> !other.username().equals(username))
                        .toList());
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .filter(role -> role.compareTo(Role.SYSTEM_ADMIN) < 0 && PostGrants.mayFill(user, role))
                        .toList());
        return "identity/hand-over";
    }

    @PostMapping("/people/{username}/hand-over")
    String begin(
            @PathVariable String username,
            HandOverForm form,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        String scope = government(form.government());
        try {
            HandOver begun = handOvers.begin(scope, username, form.wish());
            after.addFlashAttribute(
                    "done",
                    words.text(
                            begun.isPlanned() ? "workflow.hand-over.planned" : "workflow.hand-over.done",
                            List.of(
                                    begun.leaverName(),
                                    begun.successorName(),
                                    begun.startsOn().toString())));
            return "redirect:/people/hand-overs?government=" + scope;
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind() == Kind.INVALID ? 422 : refusal.kind() == Kind.FORBIDDEN ? 403 : 409);
            model.addAttribute("refusal", words.wholeMessage(refusal));
            model.addAttribute("form", form);
            return show(username, form.government(), model);
        }
    }

    @PostMapping("/people/hand-overs/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String government,
            RedirectAttributes after) {
        String scope = government(government);
        handOvers.withdraw(scope, id);
        after.addFlashAttribute("done", words.text("workflow.hand-over.withdrawn", List.of()));
        return "redirect:/people/hand-overs?government=" + scope;
    }

    /** The own one, or the one the system administrator names. */
    private String government(@Nullable String named) {
        return choices.of(named).required();
    }
}
