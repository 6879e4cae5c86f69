package org.supervision.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.People;
import org.supervision.identity.Person;
import org.supervision.identity.Role;
import org.supervision.notification.Contact;
import org.supervision.notification.Contacts;
import org.supervision.shared.DomainException;

/** Where messages to the people of a government go, kept by the office chief. */
@Controller
@RequestMapping("/contacts")
class ContactsPageController {

    /** A contact as it is typed. */
    record ContactForm(@Nullable String kind, @Nullable String unit, @Nullable String name, @Nullable String mail) {

        Contact.@Nullable Kind chosenKind() {
            for (Contact.Kind each : Contact.Kind.values()) {
                if (each.name().equals(kind)) {
                    return each;
                }
            }
            return null;
        }
    }

    private final Contacts contacts;
    private final People people;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final FormMistakes mistakes;

    ContactsPageController(
            Contacts contacts, People people, OrgUnits units, CurrentUsers currentUsers, FormMistakes mistakes) {
        this.contacts = contacts;
        this.people = people;
        this.units = units;
        this.currentUsers = currentUsers;
        this.mistakes = mistakes;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", new ContactForm(null, null, null, null));
        return page(model);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") ContactForm form,
            Model model,
            RedirectAttributes after,
            Locale locale,
            HttpServletResponse response) {
        return act(
                government -> contacts.add(government, form.chosenKind(), form.unit(), form.name(), form.mail())
                        .name(),
                model,
                after,
                locale,
                response);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, RedirectAttributes after) {
        contacts.remove(government(), id);
        after.addFlashAttribute("removed", true);
        return "redirect:/contacts";
    }

    @PostMapping("/people/{username}/mail")
    String changeMail(
            @PathVariable String username,
            @RequestParam(required = false) @Nullable String address,
            Model model,
            RedirectAttributes after,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("form", new ContactForm(null, null, null, null));
        return act(
                government -> people.changeMail(government, username, address).name(), model, after, locale, response);
    }

    private String act(
            Function<String, String> act,
            Model model,
            RedirectAttributes after,
            Locale locale,
            HttpServletResponse response) {
        try {
            after.addFlashAttribute("saved", act.apply(government()));
            return "redirect:/contacts";
        } catch (DomainException refusal) {
            model.addAttribute("errors", mistakes.of(refusal, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(model);
        }
    }

    private String page(Model model) {
        List<Person> accounts = people.of(government());
        model.addAttribute("people", accounts);
        model.addAttribute(
                "mailed",
                accounts.stream().filter(person -> person.mail() != null).count());
        model.addAttribute("contacts", contacts.of(government()));
        model.addAttribute("units", units.of(government()));
        return "notification/contacts";
    }

    private String government() {
        return currentUsers.requiredIn(Role.OFFICE_CHIEF).requiredGovernment();
    }
}
