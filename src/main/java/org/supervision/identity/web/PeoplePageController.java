package org.supervision.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.supervision.identity.Accounts;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.FirstPasswords;
import org.supervision.identity.FirstPasswords.Strip;
import org.supervision.identity.GovernmentChoices;
import org.supervision.identity.GovernmentChoices.Choice;
import org.supervision.identity.Governments;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** The people of a government with their accounts, and the sheets with their first passwords. */
@Controller
@RequestMapping("/people")
class PeoplePageController {

    private final PersonRows people;
    private final FirstPasswords passwords;
    private final OrgUnits units;
    private final Governments governments;
    private final GovernmentChoices choices;
    private final CurrentUsers currentUsers;
    private final Accounts accounts;
    private final MessageSource messages;

    PeoplePageController(
            PersonRows people,
            FirstPasswords passwords,
            OrgUnits units,
            Governments governments,
            GovernmentChoices choices,
            CurrentUsers currentUsers,
            Accounts accounts,
            MessageSource messages) {
        this.people = people;
        this.passwords = passwords;
        this.units = units;
        this.governments = governments;
        this.choices = choices;
        this.currentUsers = currentUsers;
        this.accounts = accounts;
        this.messages = messages;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String q,
            @PageableDefault(size = 50) Pageable page,
            Model model) {
        Choice choice = choices.of(government);
        String scope = choice.government();
        model.addAttribute("choice", choice);
        model.addAttribute("government", scope);
        model.addAttribute("q", q);
        model.addAttribute("keepsPasswords", accounts.keepsPasswords());
        if (scope != null) {
            List<PersonRow> all = people.of(scope, q);
            model.addAttribute("waiting", people.waiting(scope));
            model.addAttribute("people", PersonRows.page(all, page));
        }
        return "identity/people";
    }

    /** The sheets are the answer itself: nothing keeps what is on them, and the same address asked again has none. */
    @PostMapping("/hand-outs")
    String handOut(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String unit,
            Model model,
            HttpServletResponse response) {
        String scope = GovernmentScope.required(currentUsers.required(), government);
        return sheets(scope, () -> passwords.handOut(scope, unit), model, response);
    }

    /** Asks before a password that may be in use is taken away. */
    @GetMapping("/{username}/first-password")
    String askAgain(
            @PathVariable String username, @RequestParam(required = false) @Nullable String government, Model model) {
        String scope = choices.of(government).required();
        model.addAttribute("person", people.row(scope, username));
        model.addAttribute("government", scope);
        model.addAttribute("asks", passwords.wouldAsk(username));
        return "identity/first-password";
    }

    @PostMapping("/{username}/first-password")
    String handOutAgain(
            @PathVariable String username,
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            HttpServletResponse response) {
        String scope = GovernmentScope.required(currentUsers.required(), government);
        if (!confirmed) {
            response.setStatus(422);
            return askAgain(username, scope, model);
        }
        return sheets(scope, () -> passwords.handOutAgain(scope, username), model, response);
    }

    /** Where a reload of the sheets in another language leads. */
    @GetMapping("/hand-outs")
    String again() {
        return "redirect:/people";
    }

    private String sheets(String government, Supplier<List<Strip>> act, Model model, HttpServletResponse response) {
        try {
            Map<String, String> names =
                    units.of(government).stream().collect(Collectors.toMap(OrgUnit::code, OrgUnit::name));
            String office = governments.get(government).name();
            List<Strip> strips = act.get();
            if (strips.isEmpty()) {
                model.addAttribute(
                        "asked",
                        messages.getMessage("identity.people.again-asked", null, LocaleContextHolder.getLocale()));
                return list(government, null, PageRequest.of(0, 50), model);
            }
            model.addAttribute(
                    "sheets",
                    strips.stream()
                            .collect(Collectors.groupingBy(
                                    strip -> Objects.requireNonNullElse(
                                            strip.unit() == null ? office : names.get(strip.unit()), office),
                                    LinkedHashMap::new,
                                    Collectors.toList())));
            model.addAttribute("government", government);
            return "identity/hand-out";
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind() == Kind.FORBIDDEN ? 403 : 409);
            model.addAttribute(
                    "refusal",
                    messages.getMessage(
                            refusal.code(), refusal.arguments().toArray(), LocaleContextHolder.getLocale()));
            return list(government, null, PageRequest.of(0, 50), model);
        }
    }
}
