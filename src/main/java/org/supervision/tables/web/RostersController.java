package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentChoices;
import org.supervision.identity.GovernmentChoices.Choice;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.PostGrants;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.Roster.Correction;
import org.supervision.tables.RosterPreview;
import org.supervision.tables.RosterTemplates;
import org.supervision.tables.Rosters;
import org.supervision.tables.read.PersonColumn;
import org.supervision.tables.read.RosterAnswers;
import org.supervision.workflow.Refusals;

/** People on their way in: upload, preview with the problems first, correction in place, confirmation. */
@Controller
@RequestMapping("/people/rosters")
class RostersController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Rosters rosters;
    private final RosterTemplates templates;
    private final GovernmentChoices choices;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    RostersController(
            Rosters rosters,
            RosterTemplates templates,
            GovernmentChoices choices,
            OrgUnits units,
            CurrentUsers currentUsers,
            Refusals words) {
        this.rosters = rosters;
        this.templates = templates;
        this.choices = choices;
        this.units = units;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String government, Model model) {
        Choice choice = choices.of(government);
        model.addAttribute("rosters", choice.government() == null ? List.of() : rosters.of(choice.government()));
        model.addAttribute("choice", choice);
        model.addAttribute("government", choice.government());
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

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template(@RequestParam(required = false) @Nullable String government) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(words.text("tables.roster.template", List.of()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(templates.write(government));
    }

    /** Says of each head, in the order sent, what its column holds, and which post rows have that name none. */
    @PostMapping("/{id}/columns")
    String map(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable Role post,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return act(id, model, response, () -> {
            int lost = rosters.map(id, answers(sent, post));
            after.addFlashAttribute(
                    "done",
                    lost == 0
                            ? words.text("tables.roster.columns.reread", List.of())
                            : words.text("tables.roster.columns.lost", List.of(lost)));
        });
    }

    /** What the form says: of every column one thing, or that it is left out. */
    private static RosterAnswers answers(MultiValueMap<String, String> sent, @Nullable Role post) {
        List<String> keys = sent.getOrDefault("key", List.of());
        List<String> fields = sent.getOrDefault("field", List.of());
        Map<String, PersonColumn> read = new LinkedHashMap<>();
        Set<String> leftOut = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(keys.size(), fields.size()); i++) {
            if (fields.get(i).isEmpty()) {
                leftOut.add(keys.get(i));
            } else {
                read.put(keys.get(i), column(fields.get(i)));
            }
        }
        return new RosterAnswers(read, leftOut, post);
    }

    private static PersonColumn column(String name) {
        try {
            return PersonColumn.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalidField("columns", "tables.error.value", "columns");
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
        model.addAttribute("fields", PersonColumn.values());
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
    @GetMapping({"/{id}/columns", "/{id}/confirmation", "/{id}/discarding", "/{id}/rows/{row}"})
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
