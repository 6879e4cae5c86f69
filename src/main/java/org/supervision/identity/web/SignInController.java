package org.supervision.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;

/** The sign-in page; the government is named only where the installation serves one. */
@Controller
class SignInController {

    private final Governments governments;
    private final String singleSignOn;

    /** @param singleSignOn where people sign in who have no password here; empty where they have */
    SignInController(Governments governments, @Value("${supervision.identity.single-sign-on}") String singleSignOn) {
        this.governments = governments;
        this.singleSignOn = singleSignOn;
    }

    /** @param wait seconds until the next attempt, after wrong passwords */
    @GetMapping("/login")
    String signIn(@RequestParam(required = false) @Nullable Integer wait, Model model) {
        model.addAttribute("wait", wait);
        model.addAttribute("singleSignOnUrl", singleSignOn.isEmpty() ? null : singleSignOn);
        List<Government> served = governments.all();
        if (served.size() == 1) {
            model.addAttribute("governmentName", served.get(0).name());
        }
        return "identity/sign-in";
    }
}
