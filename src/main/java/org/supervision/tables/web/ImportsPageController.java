package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
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
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.ImportRow;
import org.supervision.tables.Imports;
import org.supervision.tables.Narratives;
import org.supervision.tables.RowCorrection;
import org.supervision.tables.UnitAnswers;
import org.supervision.tables.web.PreviewPages.Wish;
import org.supervision.workflow.Refusals;

/** Tables on their way in, in the portal: the list with the upload, and each import from looking through to taking over. */
@Controller
@RequestMapping("/imports")
class ImportsPageController {

    /** A file that was not taken, and why. */
    record Refusal(String fileName, String reason) {}

    private static final int PAGE_SIZE = 50;

    private final Imports imports;
    private final PreviewPages pages;
    private final Narratives narratives;
    private final NarrativePages narrativePages;
    private final Refusals refusals;

    ImportsPageController(
            Imports imports,
            PreviewPages pages,
            Narratives narratives,
            NarrativePages narrativePages,
            Refusals refusals) {
        this.imports = imports;
        this.pages = pages;
        this.narratives = narratives;
        this.narrativePages = narrativePages;
        this.refusals = refusals;
    }

    @GetMapping
    String list(@PageableDefault(size = PAGE_SIZE) Pageable page, Model model) {
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
            return list(PageRequest.of(0, PAGE_SIZE), model);
        }
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable RowFilter show,
            @RequestParam(required = false) @Nullable Integer row,
            @PageableDefault(size = PAGE_SIZE) Pageable page,
            Model model) {
        return show(id, new Wish(show, row, page.getPageNumber(), page.getPageSize(), null, List.of()), model);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        return ImportsController.download(imports.originalFile(id));
    }

    /**
     * @param skip leaves the row out or takes it back, without regard to what else was entered
     * @param sameAs the number under which the key task is stored that the row means; passed over if another one was
     *     entered, for nobody has seen that key task yet
     */
    @PostMapping("/{id}/rows/{row}")
    String correct(
            @PathVariable String id,
            @PathVariable int row,
            @RequestParam(required = false) @Nullable RowFilter show,
            @RequestParam(required = false) @Nullable Boolean skip,
            @RequestParam(required = false) @Nullable String sameAs,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        RowForm form = RowForm.of(sent);
        boolean same = sameAs != null && sameAs.equals(form.text("number").strip());
        RowCorrection correction = skip != null
                ? RowCorrection.skip(skip)
                : same ? RowCorrection.sameKeyTask(form.values()) : RowCorrection.ofValues(form.values());
        return act(id, new Wish(show, row, 0, PAGE_SIZE, form, List.of()), model, response, () -> {
            imports.correct(id, row, correction);
            ImportPreview preview = imports.preview(id);
            ImportRow corrected = preview.row(row);
            String left = PreviewPages.left(corrected);
            String done =
                    left != null ? left : skip == null ? same ? "same" : "corrected" : skip ? "skipped" : "taken-back";
            after.addFlashAttribute(left == null ? "done" : "left", pages.said(done, corrected));
            boolean stays = left != null || Boolean.FALSE.equals(skip);
            return address(id, show, stays ? Integer.valueOf(row) : PreviewPages.next(preview, show, row), "done");
        });
    }

    /** Picks the goals of a report that are ticked, as they were edited, and lets go of the others. */
    @PostMapping("/{id}/picks")
    String pick(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        PickForm form = new PickForm(sent);
        model.addAttribute("picks", form);
        return act(id, plain(), model, response, () -> {
            narratives.pick(id, form.picks());
            after.addFlashAttribute("done", refusals.text("tables.narrative.picked", List.of(form.ticked())));
            return address(id, null, null, "candidates");
        });
    }

    /** Keeps the ticked values of the past year and no others. */
    @PostMapping("/{id}/actuals")
    String keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "") Set<String> kept,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return act(id, plain(), model, response, () -> {
            narratives.keep(id, kept);
            after.addFlashAttribute("done", refusals.text("tables.narrative.kept", List.of(kept.size())));
            return address(id, null, null, "actuals");
        });
    }

    /** @param same takes all rows over that read quite differently from what is stored; otherwise they are left out */
    @PostMapping("/{id}/differing-rows")
    String answerDiffering(
            @PathVariable String id,
            @RequestParam boolean same,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return act(id, plain(), model, response, () -> {
            imports.answerDiffering(id, same);
            after.addFlashAttribute(
                    "done", refusals.text("tables.preview.differing-" + (same ? "taken" : "skipped"), List.of()));
            return address(id, null, null, "done");
        });
    }

    @PostMapping("/{id}/period")
    String setPeriod(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer quarter,
            Model model,
            HttpServletResponse response) {
        return act(id, plain(), model, response, () -> {
            imports.setPeriod(id, year, quarter);
            return address(id, null, null, null);
        });
    }

    /** Says of each name, in the order sent, which unit it is: its code or name, or the name itself for a new one. */
    @PostMapping("/{id}/units")
    String answerUnits(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        List<String> names = sent.getOrDefault("name", List.of());
        List<String> units = sent.getOrDefault("unit", List.of());
        Map<String, String> aliases = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), units.size()); i++) {
            aliases.put(names.get(i), units.get(i));
        }
        return answer(id, new UnitAnswers(Map.of(), aliases), "units", model, response);
    }

    /** Says for which units a phrase stands: those ticked and further names, one per line; none leaves it as text. */
    @PostMapping("/{id}/unit-groups")
    String answerUnitGroup(
            @PathVariable String id,
            @RequestParam String text,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        boolean asText = sent.containsKey("asText");
        List<String> units = Stream.concat(
                        sent.getOrDefault("unit", List.of()).stream(),
                        RowForm.lines(Objects.toString(sent.getFirst("further"), "")).stream())
                .distinct()
                .toList();
        if (!asText && units.isEmpty()) {
            return refused(
                    id,
                    plain(),
                    DomainException.invalidField("unitGroups", "tables.error.group-empty", text),
                    model,
                    response);
        }
        UnitAnswers answers = new UnitAnswers(Map.of(text, asText ? List.of() : units), Map.of());
        return answer(id, answers, "unit-groups", model, response);
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean acceptNewUnits,
            Model model,
            HttpServletResponse response) {
        return act(id, plain(), model, response, () -> {
            imports.confirm(id, acceptNewUnits);
            return address(id, null, null, null);
        });
    }

    @PostMapping("/{id}/discarding")
    String discard(@PathVariable String id, Model model, HttpServletResponse response) {
        return act(id, plain(), model, response, () -> {
            imports.discard(id);
            return address(id, null, null, null);
        });
    }

    private String answer(String id, UnitAnswers answers, String anchor, Model model, HttpServletResponse response) {
        return act(id, plain(), model, response, () -> {
            imports.answer(id, answers);
            return address(id, null, null, anchor);
        });
    }

    /** Does it and goes on to the address it gives; what is refused is shown where it was sent from. */
    private String act(String id, Wish wish, Model model, HttpServletResponse response, Supplier<String> act) {
        try {
            return "redirect:" + act.get();
        } catch (DomainException refusal) {
            return refused(id, wish, refusal, model, response);
        }
    }

    private String refused(String id, Wish wish, DomainException refusal, Model model, HttpServletResponse response) {
        if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
            throw refusal;
        }
        response.setStatus(
                (refusal.kind() == Kind.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT).value());
        model.addAttribute("refused", pages.message(refusal));
        model.addAttribute("unaccepted", refusal.code().equals("tables.error.new-units"));
        return show(
                id,
                new Wish(wish.show(), wish.row(), wish.page(), wish.size(), wish.sent(), refusal.fieldErrors()),
                model);
    }

    private String show(String id, Wish wish, Model model) {
        ImportPreview preview = imports.preview(id);
        model.addAttribute("page", pages.page(preview, wish));
        if (!preview.table().layout().isTable()) {
            model.addAttribute("narrative", narrativePages.page(preview, (PickForm) model.getAttribute("picks")));
        }
        return "tables/import";
    }

    private static Wish plain() {
        return new Wish(null, null, 0, PAGE_SIZE, null, List.of());
    }

    private static String address(String id, @Nullable RowFilter show, @Nullable Integer row, @Nullable String anchor) {
        return PreviewPage.address(id, show, row).fragment(anchor).toUriString();
    }
}
