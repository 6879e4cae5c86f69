package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.shared.DomainException;
import org.supervision.tables.ImportColumns;
import org.supervision.tables.LostCorrection;
import org.supervision.tables.read.Column;
import org.supervision.workflow.Refusals;

/** What the office says of columns on the page of an import. */
@Controller
@RequestMapping("/imports")
class ColumnAnswersController {

    private final ImportColumns columns;
    private final ImportActs acts;
    private final Refusals refusals;

    ColumnAnswersController(ImportColumns columns, ImportActs acts, Refusals refusals) {
        this.columns = columns;
        this.acts = acts;
        this.refusals = refusals;
    }

    /** Says of each head, in the order sent, what its column holds; nothing leaves it out. */
    @PostMapping("/{id}/columns")
    String map(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return read(id, model, after, response, () -> columns.map(id, said(sent)));
    }

    @PostMapping("/{id}/columns/forgetting")
    String forget(
            @PathVariable String id,
            @RequestParam String head,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        return read(id, model, after, response, () -> columns.forget(id, head));
    }

    private static Map<String, Optional<Column>> said(MultiValueMap<String, String> sent) {
        List<String> heads = sent.getOrDefault("head", List.of());
        List<String> fields = sent.getOrDefault("field", List.of());
        Map<String, Optional<Column>> said = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(heads.size(), fields.size()); i++) {
            said.put(heads.get(i), column(fields.get(i)));
        }
        return said;
    }

    private static Optional<Column> column(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Column.valueOf(name));
        } catch (IllegalArgumentException e) {
            throw DomainException.invalidField("columns", "tables.error.value", "columns");
        }
    }

    private String read(
            String id,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response,
            Supplier<List<LostCorrection>> act) {
        return acts.act(id, ImportActs.plain(), model, response, () -> {
            List<LostCorrection> lost = act.get();
            after.addFlashAttribute(
                    lost.isEmpty() ? "done" : "left",
                    lost.isEmpty()
                            ? refusals.text("tables.columns.reread", List.of())
                            : refusals.text("tables.columns.lost", List.of(lost.size(), words(lost))));
            return ImportActs.address(id, null, null, "done");
        });
    }

    private String words(List<LostCorrection> lost) {
        return lost.stream()
                .map(each -> refusals.text(
                        "tables.columns.lost-of",
                        List.of(
                                String.valueOf(each.number() == null ? each.row() : each.number()),
                                each.fields().stream()
                                        .sorted()
                                        .map(field -> refusals.text("tables.field." + field, List.of()))
                                        .collect(Collectors.joining(
                                                refusals.text("tables.preview.separator", List.of()))))))
                .collect(Collectors.joining(refusals.text("tables.preview.clause", List.of())));
    }
}
