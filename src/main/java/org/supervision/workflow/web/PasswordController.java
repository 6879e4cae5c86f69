package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.Accounts;
import org.supervision.identity.FirstPasswords;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Refusals;

/** Everybody changes the own password; whoever has a first one does so before anything else. */
@Controller
@Profile("!keycloak")
class PasswordController {

    /** @param current only needed for a password of the own choice */
    record PasswordForm(@Nullable String current, @Nullable String password) {}

    private final FirstPasswords passwords;
    private final Accounts accounts;
    private final SignInDelays delays;
    private final Refusals words;

    PasswordController(FirstPasswords passwords, Accounts accounts, SignInDelays delays, Refusals words) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.delays = delays;
        this.words = words;
    }

    @GetMapping("/password")
    String show(Authentication person, Model model) {
        model.addAttribute("first", choosesPassword(person));
        return "identity/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String repeated,
            Authentication person,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            if (!Objects.equals(password, repeated)) {
                throw DomainException.invalidField("repeated", "identity.error.password-repeated");
            }
            change(person, new PasswordForm(current, password));
            after.addFlashAttribute("passwordChanged", true);
            return "redirect:/password";
        } catch (DomainException refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", words.wholeMessage(refusal));
            return show(person, model);
        }
    }

    @PostMapping("/api/v1/me/password")
    @ResponseBody
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeByRest(Authentication person, @RequestBody PasswordForm form) {
        change(person, form);
    }

    private void change(Authentication person, PasswordForm form) {
        if (!choosesPassword(person)) {
            checkCurrent(person.getName(), form.current());
        }
        passwords.change(person.getName(), form.password());
    }

    /** Guessing here is as slow as guessing at the sign-in. */
    private void checkCurrent(String username, @Nullable String current) {
        Duration remaining = delays.remaining(username);
        if (!remaining.isZero()) {
            throw DomainException.invalidField(
                    "current", "workflow.problem.sign-in-too-soon", new SignInTooSoonException(remaining).seconds());
        }
        if (current == null || !accounts.passwordMatches(username, current)) {
            delays.count(username);
            throw DomainException.invalidField("current", "identity.error.password-current");
        }
        delays.forget(username);
    }

    private static boolean choosesPassword(Authentication person) {
        return person.getPrincipal() instanceof AccountSignIn.Person signedIn && signedIn.choosesPassword();
    }
}
