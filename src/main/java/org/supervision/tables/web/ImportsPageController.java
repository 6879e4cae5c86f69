package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.Imports;
import org.supervision.tables.web.PreviewPages.Wish;
import org.supervision.workflow.Refusals;

/** Tables on their way in, in the portal: the list with the upload, and each import from looking through to taking over. */
@Controller
@RequestMapping("/imports")
class ImportsPageController {

    /** A file that was not taken, and why. */
    record Refusal(String fileName, String reason) {}

    private final Imports imports;
    private final ImportActs acts;
    private final Refusals refusals;

    ImportsPageController(Imports imports, ImportActs acts, Refusals refusals) {
        this.imports = imports;
        this.acts = acts;
        this.refusals = refusals;
    }

    @GetMapping
    String list(@PageableDefault(size = ImportActs.PAGE_SIZE) Pageable page, Model model) {
        model.addAttribute("imports", imports.all(page));
        return "tables/imports";
    }

    /** @param pasted the text of a table, in place of a file */
    @PostMapping
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer quarter,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String chosen = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String name =
                chosen.isEmpty() && !pasted.isBlank() ? refusals.text("tables.imports.pasted-name", List.of()) : chosen;
        try {
            if (name.isEmpty() || !chosen.isEmpty() && !pasted.isBlank()) {
                throw DomainException.invalidField(
                        "file", "tables.error.file-" + (name.isEmpty() ? "required" : "or-text"));
            }
            try (InputStream content = file == null || chosen.isEmpty()
                    ? new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8))
                    : file.getInputStream()) {
                return "redirect:/imports/"
                        + imports.upload(name, content, year, quarter).table().id();
            }
        } catch (DomainException refusal) {
            if (refusal.kind() != Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", new Refusal(name, refusals.message(refusal)));
            model.addAttribute("pasted", pasted);
            model.addAttribute("year", year);
            model.addAttribute("quarter", quarter);
            return list(PageRequest.of(0, ImportActs.PAGE_SIZE), model);
        }
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable RowFilter show,
            @RequestParam(required = false) @Nullable Integer row,
            @PageableDefault(size = ImportActs.PAGE_SIZE) Pageable page,
            Model model) {
        return acts.show(id, new Wish(show, row, page.getPageNumber(), page.getPageSize(), null, List.of()), model);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        return ImportsController.download(imports.originalFile(id));
    }

    @PostMapping("/{id}/period")
    String setPeriod(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer quarter,
            Model model,
            HttpServletResponse response) {
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            imports.setPeriod(id, year, quarter);
            return ImportActs.address(id, null, null, null);
        });
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean acceptNewUnits,
            Model model,
            HttpServletResponse response) {
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            imports.confirm(id, acceptNewUnits);
            return ImportActs.address(id, null, null, null);
        });
    }

    @PostMapping("/{id}/discarding")
    String discard(@PathVariable String id, Model model, HttpServletResponse response) {
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            imports.discard(id);
            return ImportActs.address(id, null, null, null);
        });
    }
}
