package org.supervision.tables.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;
import org.supervision.tables.Confirmation;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.ImportRow;
import org.supervision.tables.Imports;
import org.supervision.tables.RowAction;
import org.supervision.tables.read.TableProblem.Severity;
import org.supervision.tables.read.TableReader;
import org.supervision.tables.web.ImportView.SummaryView;

/** Tables on their way in, for the office. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsController {

    /**
     * What is said of a document as a whole.
     *
     * @param differingRows MERGE or SKIP
     */
    record DocumentForm(@Nullable Integer year, @Nullable Integer quarter, @Nullable RowAction differingRows) {}

    /** Whether units the directory does not know are taken in. */
    record ConfirmationForm(boolean acceptNewUnits) {}

    private final Imports imports;
    private final ImportViews views;
    private final ObjectMapper json;

    ImportsController(Imports imports, ImportViews views, ObjectMapper json) {
        this.imports = imports;
        this.views = views;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Reads a document into a draft; nothing is taken over")
    ResponseEntity<ImportView> upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer quarter)
            throws IOException {
        if (file == null) {
            throw DomainException.invalidField("file", "tables.error.file-required");
        }
        if (file.getSize() > TableReader.MOST_BYTES) {
            throw new MaxUploadSizeExceededException(TableReader.MOST_BYTES);
        }
        try (InputStream content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            ImportView view = views.view(imports.upload(name, content, year, quarter));
            return ResponseEntity.created(URI.create("/api/v1/imports/" + view.id()))
                    .body(view);
        }
    }

    /** Newest first, or sorted by {@code createdAt}, {@code fileName} or {@code year}. */
    @GetMapping
    Slice<SummaryView> list(@ParameterObject @PageableDefault(size = 50) Pageable page) {
        return imports.all(page).map(SummaryView::of);
    }

    @GetMapping("/{id}")
    ImportView get(@PathVariable String id) {
        return views.view(imports.preview(id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Says of which year and quarter the document is, and what to do with its differing rows",
            description = "differingRows answers goal-differs for all rows at once: MERGE takes them over into the key"
                    + " tasks stored under their numbers, SKIP leaves them out. Unmentioned fields stay.")
    ImportView correct(@PathVariable String id, @RequestBody DocumentForm form) {
        RowAction differing = form.differingRows();
        if (differing != null && differing != RowAction.MERGE && differing != RowAction.SKIP) {
            throw DomainException.invalidField("differingRows", "tables.error.differing-rows");
        }
        ImportPreview preview = imports.setPeriod(id, form.year(), form.quarter());
        return views.view(differing == null ? preview : imports.answerDiffering(id, differing == RowAction.MERGE));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives a draft up")
    void discard(@PathVariable String id) {
        imports.discard(id);
    }

    /** The document as it was uploaded. */
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        return download(imports.originalFile(id));
    }

    static ResponseEntity<byte[]> download(Imports.OriginalFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    /** In the order of the document; {@code action} and {@code severity} leave other rows out. */
    @GetMapping("/{id}/rows")
    Slice<RowView> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable RowAction action,
            @RequestParam(required = false) @Nullable Severity severity,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return Slice.of(
                        imports.preview(id).rows().stream()
                                .filter(row -> action == null || row.action() == action)
                                .filter(row -> severity == null || row.has(severity))
                                .sorted(RowOrder.of(page.getSort()))
                                .toList(),
                        page.getPageNumber(),
                        page.getPageSize())
                .map(views::view);
    }

    @GetMapping("/{id}/rows/{row}")
    RowView row(@PathVariable String id, @PathVariable int row) {
        return views.viewWithSource(imports.row(id, row));
    }

    @PatchMapping("/{id}/rows/{row}")
    @Operation(
            summary = "Corrects a row of a draft",
            description = "Fields of the row by name; unmentioned ones stay, a list replaces the whole list. Units are"
                    + " given by name or code. action SKIP leaves the row out, any other takes it back. A row with the"
                    + " question goal-differs is SKIP until action MERGE says that it means the key task stored under"
                    + " its number, or its number or goal is corrected."
                    + " unitGroups {text: [units]} says for which units a phrase of the row stands,"
                    + " unitAliases {name: unit} whose other name one is; both hold for the whole document and are"
                    + " remembered on confirmation.")
    RowView correct(@PathVariable String id, @PathVariable int row, @RequestBody Map<String, @Nullable Object> fields) {
        ImportRow corrected = imports.correct(id, row, new RowPatch(fields).correction(json));
        return views.viewWithSource(corrected);
    }

    @PostMapping("/{id}/confirmation")
    @Operation(
            summary = "Takes all rows over in one transaction",
            description = "409 while rows have unresolved errors, or new units are not accepted; then nothing is"
                    + " stored. Confirming a confirmed import changes nothing and counts all its rows as unchanged.")
    Confirmation confirm(@PathVariable String id, @RequestBody(required = false) @Nullable ConfirmationForm form) {
        return imports.confirm(id, form != null && form.acceptNewUnits());
    }
}
