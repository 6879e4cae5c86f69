package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.Accounts;
import org.supervision.identity.FirstPasswords;
import org.supervision.identity.SignIns;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Refusals;

/** Everybody changes the own password; whoever has a first one does so before anything else. */
@Controller
@Profile("!keycloak")
class PasswordController {

    /** @param current only needed for a password of the own choice */
    record PasswordForm(@Nullable String current, @Nullable String password) {

        /** Without the passwords: what is read may be logged. */
        @Override
        public String toString() {
            return "PasswordForm";
        }
    }

    private static final UUID NO_SIGN_IN = new UUID(0, 0);

    private final FirstPasswords passwords;
    private final Accounts accounts;
    private final SignInDelays delays;
    private final SignIns signIns;
    private final Refusals words;

    PasswordController(
            FirstPasswords passwords, Accounts accounts, SignInDelays delays, SignIns signIns, Refusals words) {
        this.signIns = signIns;
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
            @SessionAttribute(name = SignIns.ATTRIBUTE, required = false) @Nullable UUID present,
            Authentication person,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            if (!Objects.equals(password, repeated)) {
                throw DomainException.invalidField("repeated", "identity.error.password-repeated");
            }
            change(person, new PasswordForm(current, password), present);
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
    void changeByRest(
            Authentication person,
            @SessionAttribute(name = SignIns.ATTRIBUTE, required = false) @Nullable UUID present,
            @RequestBody PasswordForm form) {
        change(person, form, present);
    }

    private void change(Authentication person, PasswordForm form, @Nullable UUID present) {
        if (!choosesPassword(person)) {
            checkCurrent(person.getName(), form.current());
        }
        passwords.change(person.getName(), form.password());
        signIns.endOthers(person.getName(), Objects.requireNonNullElse(present, NO_SIGN_IN));
    }

    /** Guessing here is as slow as guessing at the sign-in. */
    private void checkCurrent(String username, @Nullable String current) {
        boolean right;
        try {
            right = delays.attempt(username, () -> current != null && accounts.passwordMatches(username, current));
        } catch (SignInTooSoonException e) {
            throw DomainException.invalidField("current", "workflow.problem.sign-in-too-soon", e.seconds());
        }
        if (!right) {
            throw DomainException.invalidField("current", "identity.error.password-current");
        }
    }

    private static boolean choosesPassword(Authentication person) {
        return person.getPrincipal() instanceof AccountSignIn.Person signedIn && signedIn.choosesPassword();
    }
}
