package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.shared.DomainException;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.ImportRow;
import org.supervision.tables.Imports;
import org.supervision.tables.RowCorrection;
import org.supervision.tables.UnitAnswers;
import org.supervision.tables.web.PreviewPages.Wish;
import org.supervision.workflow.Refusals;

/** What the office answers on the page of an import: about rows, and about what names of units stand for. */
@Controller
@RequestMapping("/imports")
class ImportAnswersController {

    private final Imports imports;
    private final PreviewPages pages;
    private final ImportActs acts;
    private final Refusals refusals;

    ImportAnswersController(Imports imports, PreviewPages pages, ImportActs acts, Refusals refusals) {
        this.imports = imports;
        this.pages = pages;
        this.acts = acts;
        this.refusals = refusals;
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
        return acts.act(id, new Wish(show, row, 0, ImportActs.PAGE_SIZE, form, List.of()), model, response, () -> {
            imports.correct(id, row, correction);
            ImportPreview preview = imports.preview(id);
            ImportRow corrected = preview.row(row);
            String left = PreviewPages.left(corrected);
            String done =
                    left != null ? left : skip == null ? same ? "same" : "corrected" : skip ? "skipped" : "taken-back";
            after.addFlashAttribute(left == null ? "done" : "left", pages.said(done, corrected));
            boolean stays = left != null || Boolean.FALSE.equals(skip);
            return ImportActs.address(
                    id, show, stays ? Integer.valueOf(row) : PreviewPages.next(preview, show, row), "done");
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
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            imports.answerDiffering(id, same);
            after.addFlashAttribute(
                    "done", refusals.text("tables.preview.differing-" + (same ? "taken" : "skipped"), List.of()));
            return ImportActs.address(id, null, null, "done");
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
            return acts.refused(
                    id,
                    ImportActs.plain(),
                    DomainException.invalidField("unitGroups", "tables.error.group-empty", text),
                    model,
                    response);
        }
        UnitAnswers answers = new UnitAnswers(Map.of(text, asText ? List.of() : units), Map.of());
        return answer(id, answers, "unit-groups", model, response);
    }

    private String answer(String id, UnitAnswers answers, String anchor, Model model, HttpServletResponse response) {
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            imports.answer(id, answers);
            return ImportActs.address(id, null, null, anchor);
        });
    }
}
