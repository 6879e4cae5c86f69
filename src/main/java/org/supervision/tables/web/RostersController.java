package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.PostGrants;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.Roster.Correction;
import org.supervision.tables.RosterPreview;
import org.supervision.tables.Rosters;
import org.supervision.workflow.Refusals;

/** People on their way in: upload, preview with the problems first, correction in place, confirmation. */
@Controller
@RequestMapping("/people/rosters")
class RostersController {

    private final Rosters rosters;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    RostersController(Rosters rosters, OrgUnits units, CurrentUsers currentUsers, Refusals words) {
        this.rosters = rosters;
        this.units = units;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String government, Model model) {
        model.addAttribute("rosters", rosters.of(government));
        model.addAttribute("government", government);
        return "tables/rosters";
    }

    @PostMapping
    String upload(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String scope = government == null || government.isBlank() ? null : government;
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            if (file == null || name.isEmpty()) {
                throw DomainException.invalidField("file", "tables.error.file-required");
            }
            try (InputStream content = file.getInputStream()) {
                return "redirect:/people/rosters/" + rosters.upload(scope, name, content);
            }
        } catch (DomainException refusal) {
            refuse(refusal, model, response);
            return list(scope, model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        RosterPreview preview = rosters.preview(id);
        model.addAttribute("preview", preview);
        model.addAttribute("units", units.of(preview.roster().government()));
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .filter(role -> role.compareTo(Role.SYSTEM_ADMIN) < 0)
                        .filter(role -> PostGrants.mayFill(currentUsers.required(), role))
                        .toList());
        return "tables/roster";
    }

    @PostMapping("/{id}/rows/{row}")
    String correct(
            @PathVariable String id,
            @PathVariable int row,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "false") boolean skip,
            Model model,
            HttpServletResponse response) {
        return act(
                id,
                model,
                response,
                () -> rosters.correct(
                        id,
                        row,
                        new Correction(
                                bounded(name),
                                unit.isBlank() ? null : unit,
                                role == null ? null : role.name(),
                                bounded(username),
                                bounded(phone),
                                bounded(mail)),
                        skip));
    }

    @PostMapping("/{id}/confirmation")
    String confirm(@PathVariable String id, Model model, HttpServletResponse response) {
        return act(id, model, response, () -> rosters.confirm(id));
    }

    @PostMapping("/{id}/discarding")
    String discard(@PathVariable String id, Model model, HttpServletResponse response) {
        return act(id, model, response, () -> rosters.discard(id));
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping({"/{id}/confirmation", "/{id}/discarding", "/{id}/rows/{row}"})
    String again(@PathVariable String id) {
        return "redirect:/people/rosters/" + id;
    }

    private String act(String id, Model model, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:/people/rosters/" + id;
        } catch (DomainException refusal) {
            refuse(refusal, model, response);
            return show(id, model);
        }
    }

    private void refuse(DomainException refusal, Model model, HttpServletResponse response) {
        if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) {
            throw refusal;
        }
        response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
        model.addAttribute("refusal", words.wholeMessage(refusal));
    }

    private static String bounded(String text) {
        if (text.length() > 200) {
            throw DomainException.invalidField("row", "identity.error.too-long", 200);
        }
        return text.strip();
    }
}
