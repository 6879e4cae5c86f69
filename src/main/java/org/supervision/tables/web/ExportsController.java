package org.supervision.tables.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.supervision.shared.DomainException;
import org.supervision.tables.AnnualSummaries;
import org.supervision.tables.Exports;
import org.supervision.tables.MeetingPacks;
import org.supervision.tables.read.Layout;
import org.supervision.tables.write.AnnualSummary;
import org.supervision.tables.write.AnnualSummaryDocument;
import org.supervision.tables.write.Ledger;
import org.supervision.tables.write.LedgerFormat;
import org.supervision.tables.write.MeetingPack;
import org.supervision.tables.write.MeetingPackDocument;
import org.supervision.workflow.Refusals;

/** Tables as files for those who are signed in: a year's plan and summary, the results of a round, the pack of a meeting. */
@Controller
class ExportsController {

    private static final Map<String, Layout> RESULTS =
            Map.of("results", Layout.RESULT_LIST, "quarter-results", Layout.QUARTER_RESULT);

    private final Exports exports;
    private final MeetingPacks packs;
    private final AnnualSummaries summaries;
    private final Refusals words;

    ExportsController(Exports exports, MeetingPacks packs, AnnualSummaries summaries, Refusals words) {
        this.exports = exports;
        this.packs = packs;
        this.summaries = summaries;
        this.words = words;
    }

    @GetMapping("/key-tasks/plans/{year}.{extension}")
    ResponseEntity<byte[]> plan(@PathVariable int year, @PathVariable String extension) {
        LedgerFormat format = format(extension);
        return file(exports.plan(year), format);
    }

    @GetMapping("/rounds/{id}/{results:results|quarter-results}.{extension}")
    ResponseEntity<byte[]> results(
            @PathVariable String id, @PathVariable String results, @PathVariable String extension) {
        LedgerFormat format = format(extension);
        Ledger ledger = exports.results(id, RESULTS.get(results));
        String title = ledger.layout() == Layout.QUARTER_RESULT
                ? words.text("tables.export.beside-plan", List.of(ledger.title()), Locale.SIMPLIFIED_CHINESE)
                : ledger.title();
        return file(title, format, format.write(ledger));
    }

    @GetMapping("/rounds/{id}/meeting-pack")
    String pack(@PathVariable String id, Locale locale, Model model) {
        model.addAttribute("pack", packs.of(id, locale));
        return "tables/meeting-pack";
    }

    @GetMapping("/rounds/{id}/meeting-pack.docx")
    ResponseEntity<byte[]> packAsFile(@PathVariable String id) {
        MeetingPack pack = packs.of(id, Locale.SIMPLIFIED_CHINESE);
        return file(pack.title(), LedgerFormat.DOCX, MeetingPackDocument.write(pack));
    }

    @GetMapping("/key-tasks/summaries/{year}")
    String summary(@PathVariable int year, Model model) {
        model.addAttribute("summary", summaries.of(year));
        return "tables/annual-summary";
    }

    @GetMapping("/key-tasks/summaries/{year}.docx")
    ResponseEntity<byte[]> summaryAsFile(@PathVariable int year) {
        AnnualSummary summary = summaries.of(year);
        return file(summary.title(), LedgerFormat.DOCX, AnnualSummaryDocument.write(summary));
    }

    private static LedgerFormat format(String extension) {
        return LedgerFormat.ofExtension(extension).orElseThrow(() -> DomainException.notFound(extension));
    }

    private static ResponseEntity<byte[]> file(Ledger ledger, LedgerFormat format) {
        return file(ledger.title(), format, format.write(ledger));
    }

    /** What a person may see changes, so nobody keeps it on the way. */
    private static ResponseEntity<byte[]> file(String title, LedgerFormat format, byte[] content) {
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(title + "." + format.extension(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(content);
    }
}
