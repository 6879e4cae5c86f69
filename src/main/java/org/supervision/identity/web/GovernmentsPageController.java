package org.supervision.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;
import org.supervision.shared.DomainException.Kind;

/** The governments of the installation in the portal, for the system administrator. */
@Controller
@RequestMapping("/governments")
class GovernmentsPageController {

    /** A mistake of the form; without a key it belongs to no single field of the page. */
    record Mistake(@Nullable String key, String message) {}

    private final CurrentUsers currentUsers;
    private final Governments governments;
    private final MessageSource messages;

    GovernmentsPageController(CurrentUsers currentUsers, Governments governments, MessageSource messages) {
        this.currentUsers = currentUsers;
        this.governments = governments;
        this.messages = messages;
    }

    /** A government with the telephone of its supervision office. */
    record Row(Government government, @Nullable String phone) {}

    @GetMapping
    String list(Model model) {
        currentUsers.requiredIn(Role.SYSTEM_ADMIN);
        Map<String, String> phones = governments.supervisionPhones();
        model.addAttribute(
                "governments",
                governments.all().stream()
                        .map(each -> new Row(each, phones.get(each.code())))
                        .toList());
        return "identity/governments";
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        currentUsers.requiredIn(Role.SYSTEM_ADMIN);
        try {
            Government created = governments.create(code.strip(), name.strip());
            after.addFlashAttribute(
                    "done",
                    messages.getMessage(
                            "identity.governments.created", new Object[] {created.name(), created.code()}, locale));
            return "redirect:/governments";
        } catch (DomainException refusal) {
            response.setStatus(
                    (refusal.kind() == Kind.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT).value());
            model.addAttribute("errors", mistakes(refusal, locale));
            model.addAttribute("code", code);
            model.addAttribute("name", name);
            return list(model);
        }
    }

    @PostMapping("/{code}/supervision-phone")
    String changePhone(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        currentUsers.requiredIn(Role.SYSTEM_ADMIN);
        String name = governments.get(code).name();
        try {
            governments.changeSupervisionPhone(code, phone);
            after.addFlashAttribute(
                    "done", messages.getMessage("identity.governments.phone-changed", new Object[] {name}, locale));
            return "redirect:/governments";
        } catch (DomainException refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "errors",
                    mistakes(refusal, locale).stream()
                            .map(mistake -> new Mistake(phoneField(code), mistake.message()))
                            .toList());
            model.addAttribute("typed", Map.of(code, phone));
            return list(model);
        }
    }

    /** Where a reload or another language leads. */
    @GetMapping("/{code}/supervision-phone")
    String again(@PathVariable String code) {
        return "redirect:/governments";
    }

    private static String phoneField(String code) {
        return "phone-" + code;
    }

    private List<Mistake> mistakes(DomainException refusal, Locale locale) {
        return refusal.fieldErrors().isEmpty()
                ? List.of(new Mistake(
                        "code",
                        messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale)))
                : refusal.fieldErrors().stream()
                        .map(error -> new Mistake(error.field(), message(error, locale)))
                        .toList();
    }

    private String message(FieldError error, Locale locale) {
        return messages.getMessage(error.code(), error.arguments().toArray(), locale);
    }
}
