package org.supervision.workflow.web;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.supervision.workflow.KeycloakSettings;

/** Says where passwords are changed: there is none here. */
@Controller
@Profile("keycloak")
class DirectoryPasswordController {

    private final KeycloakSettings settings;

    DirectoryPasswordController(KeycloakSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/password")
    String show(Model model) {
        model.addAttribute("account", settings.issuer() + "/account");
        return "identity/password-elsewhere";
    }
}
