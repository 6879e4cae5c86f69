package org.supervision.identity.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.Accounts;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.identity.SignIns;
import org.supervision.identity.SignIns.SignIn;

/** Where somebody is signed in: everybody sees and ends the own sign-ins, the security administrator anybody's. */
@Controller
@RequestMapping("/sign-ins")
class SignInsController {

    private static final UUID NONE = new UUID(0, 0);

    /**
     * @param device {@code null} if it is none that people know by a name
     * @param own whether it is the one the reader uses
     */
    record Row(
            UUID id,
            @Nullable String device,
            String agent,
            String address,
            Instant beganAt,
            Instant seenAt,
            boolean own) {}

    private final SignIns signIns;
    private final Accounts accounts;
    private final CurrentUsers currentUsers;

    SignInsController(SignIns signIns, Accounts accounts, CurrentUsers currentUsers) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.currentUsers = currentUsers;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String username,
            @SessionAttribute(name = SignIns.ATTRIBUTE, required = false) @Nullable UUID present,
            Model model) {
        CurrentUser user = currentUsers.required();
        String whose = whose(user, username);
        List<Row> rows =
                signIns.of(whose).stream().map(each -> row(each, present)).toList();
        model.addAttribute("whose", whose);
        model.addAttribute("mine", whose.equals(user.username()));
        model.addAttribute("looksUp", user.is(Role.SECURITY_ADMIN));
        model.addAttribute("signIns", rows);
        model.addAttribute("unknown", rows.isEmpty() && accounts.find(whose).isEmpty());
        model.addAttribute("others", rows.stream().anyMatch(row -> !row.own()));
        return "identity/sign-ins";
    }

    private static Row row(SignIn signIn, @Nullable UUID present) {
        return new Row(
                signIn.id(),
                Device.of(signIn.agent()),
                signIn.agent(),
                signIn.address(),
                signIn.beganAt(),
                signIn.seenAt(),
                signIn.id().equals(present));
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String username,
            RedirectAttributes after) {
        String whose = whose(currentUsers.required(), username);
        after.addFlashAttribute("ended", signIns.end(whose, id) ? 1 : 0);
        return list(whose, after);
    }

    @PostMapping("/others/end")
    String endOthers(
            @RequestParam(required = false) @Nullable String username,
            @SessionAttribute(name = SignIns.ATTRIBUTE, required = false) @Nullable UUID present,
            RedirectAttributes after) {
        String whose = whose(currentUsers.required(), username);
        after.addFlashAttribute("ended", signIns.endOthers(whose, Objects.requireNonNullElse(present, NONE)));
        return list(whose, after);
    }

    private static String list(String whose, RedirectAttributes after) {
        after.addAttribute("username", whose);
        return "redirect:/sign-ins";
    }

    private static String whose(CurrentUser user, @Nullable String username) {
        return username == null || username.isBlank() ? user.username() : username.strip();
    }
}
