package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.Retention;
import org.supervision.tables.YearArchives;
import org.supervision.tables.YearArchives.Gap;
import org.supervision.tables.YearExport;
import org.supervision.workflow.Refusals;

/** The chief archives a year, takes the sealed file out, and checks one that was brought back. */
@Controller
@RequestMapping("/exports/archives")
class YearArchivesController {

    /** What the chief is asked to confirm. */
    record Sealing(int year, Retention retention, List<Gap> gaps) {}

    private final YearArchives archives;
    private final KeyTasks keyTasks;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    YearArchivesController(YearArchives archives, KeyTasks keyTasks, CurrentUsers currentUsers, Refusals words) {
        this.archives = archives;
        this.keyTasks = keyTasks;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("years", keyTasks.years(currentUsers.required().requiredGovernment()));
        model.addAttribute("retentions", Retention.values());
        model.addAttribute("archives", archives.all());
        return "tables/archives";
    }

    /** Asks before a year is sealed, which cannot be taken back, and tells what it still lacks. */
    @GetMapping("/sealing")
    String ask(@RequestParam int year, @RequestParam Retention retention, Model model) {
        model.addAttribute("sealing", new Sealing(year, retention, archives.gaps(year)));
        return list(model);
    }

    @PostMapping
    String begin(
            @RequestParam int year,
            @RequestParam Retention retention,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            HttpServletResponse response) {
        if (!confirmed) {
            response.setStatus(422);
            model.addAttribute("refusal", words.text("tables.archive.unconfirmed", List.of()));
            return ask(year, retention, model);
        }
        return act(model, response, () -> {
            archives.begin(year, retention, true);
            return "redirect:/exports/archives";
        });
    }

    /** The row of an archive alone, as the page asks for it again while files are written. */
    @GetMapping("/{id}")
    String row(@PathVariable String id, Model model) {
        model.addAttribute("archive", archives.get(id));
        return "tables/archives :: row";
    }

    @GetMapping("/{id}.zip")
    void file(@PathVariable String id, HttpServletResponse response) throws IOException {
        send(archives, id, response);
    }

    /** Up to 20 MB; larger ones are checked by REST, or by any tool for bags. */
    @PostMapping("/verification")
    String verify(
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        return act(model, response, () -> {
            if (file == null
                    || Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isEmpty()) {
                throw DomainException.invalidField("file", "tables.error.file-required");
            }
            try (InputStream content = file.getInputStream()) {
                model.addAttribute("verification", archives.verify(content));
            }
            model.addAttribute("fileName", file.getOriginalFilename());
            return list(model);
        });
    }

    /** Where a reload or another language leads. */
    @GetMapping("/verification")
    String again() {
        return "redirect:/exports/archives";
    }

    private interface Act {
        String run() throws IOException;
    }

    private String act(Model model, HttpServletResponse response, Act act) {
        try {
            return act.run();
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
            model.addAttribute("refusal", words.wholeMessage(refusal));
            return list(model);
        } catch (IOException e) {
            response.setStatus(422);
            model.addAttribute("refusal", words.text("tables.archive.no-archive", List.of()));
            return list(model);
        }
    }

    static void send(YearArchives archives, String id, HttpServletResponse response) throws IOException {
        YearExport archive = archives.get(id);
        YearFileAnswer.send(archive, archives.name(archive), target -> archives.write(id, target), response);
    }
}
