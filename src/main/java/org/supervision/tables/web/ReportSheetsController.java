package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.ReportSheets;
import org.supervision.tables.ReportSheets.Taken;
import org.supervision.workflow.Refusals;

/** One-sheet reporting in the portal: a liaison takes the sheet out, brings it back and submits what it says. */
@Controller
@RequestMapping("/rounds/{id}/report-sheet")
class ReportSheetsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Name of an answer's field: the work item and the code of the doubt. */
    private static final Pattern ANSWER = Pattern.compile("answers\\[([^]]+)]\\[([^]]+)]");

    private final ReportSheets sheets;
    private final Refusals words;

    ReportSheetsController(ReportSheets sheets, Refusals words) {
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        model.addAttribute("round", sheets.round(id));
        model.addAttribute("lines", sheets.lines(id));
        model.addAttribute("waiting", sheets.waiting(id));
        return "tables/report-sheet";
    }

    @GetMapping("/file.xlsx")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        String name = words.text("tables.sheet.title", List.of()) + "-" + id + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(sheets.write(id));
    }

    @PostMapping
    String take(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null
                    || Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isEmpty()) {
                throw DomainException.invalidField("file", "tables.error.file-required");
            }
            try (InputStream content = file.getInputStream()) {
                Taken taken = sheets.take(id, content);
                after.addFlashAttribute("done", words.text("tables.sheet.taken", List.of(taken.drafted())));
                after.addFlashAttribute("unknown", taken.unknown());
                after.addFlashAttribute("misread", taken.misread());
            }
            return "redirect:/rounds/" + id + "/report-sheet";
        } catch (DomainException refusal) {
            return refused(id, refusal, model, response);
        }
    }

    @PostMapping("/completion")
    String submit(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> report,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        sent.forEach((name, text) -> {
            Matcher answer = ANSWER.matcher(name);
            if (answer.matches()) {
                answers.computeIfAbsent(answer.group(1), any -> new HashMap<>()).put(answer.group(2), text);
            }
        });
        try {
            int submitted = sheets.submit(id, report, answers);
            after.addFlashAttribute("done", words.text("tables.sheet.submitted", List.of(submitted)));
            return "redirect:/rounds/" + id + "/report-sheet";
        } catch (DomainException refusal) {
            model.addAttribute("chosen", report);
            model.addAttribute("answers", answers);
            return refused(id, refusal, model, response);
        }
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping("/completion")
    String again(@PathVariable String id) {
        return "redirect:/rounds/" + id + "/report-sheet";
    }

    private String refused(String id, DomainException refusal, Model model, HttpServletResponse response) {
        if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) {
            throw refusal;
        }
        response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
        model.addAttribute("refusal", words.wholeMessage(refusal));
        return show(id, model);
    }
}
