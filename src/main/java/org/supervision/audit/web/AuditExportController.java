package org.supervision.audit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;
import org.supervision.audit.SealedEntry;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.CsvCells;

/** The trail as a file with its seals, written line by line; that it was fetched is recorded as of every file. */
@Controller
class AuditExportController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final List<String> COLUMNS = List.of(
            "audit.register.id",
            "audit.export.government",
            "audit.list.at",
            "audit.export.account",
            "audit.list.actor",
            "audit.list.act",
            "audit.list.object",
            "audit.list.object-id",
            "audit.list.changes",
            "audit.export.position",
            "audit.export.algorithm",
            "audit.export.hash",
            "audit.export.sealed",
            "audit.list.origin");

    private final AuditEntryViews views;
    private final AuditWords words;
    private final MessageSource messages;
    private final ObjectMapper json;

    AuditExportController(AuditEntryViews views, AuditWords words, MessageSource messages, ObjectMapper json) {
        this.views = views;
        this.words = words;
        this.messages = messages;
        this.json = json;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping({"/audit/export.csv", "/api/v1/audit-entries/export.csv"})
    void export(
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable String objectId,
            @RequestParam(required = false) @Nullable String actor,
            HttpServletResponse response)
            throws IOException {
        // Not a byte before it is sure that it may begin: a refusal is a page and no file.
        CSVPrinter[] file = new CSVPrinter[1];
        views.export(
                objectType,
                objectId,
                actor,
                () -> file[0] = begin(response),
                (entry, found) -> print(file[0], entry, found));
        file[0].close(true);
    }

    private CSVPrinter begin(HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(text("audit.export.file") + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try {
            Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            // Tells spreadsheets that this is UTF-8.
            writer.write('\uFEFF');
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
            printer.printRecord(COLUMNS.stream().map(this::text).toList());
            return printer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(CSVPrinter printer, AuditEntryView entry, SealedEntry found) {
        try {
            printer.printRecord(Stream.of(
                            entry.id(),
                            entry.government(),
                            MOMENT.format(entry.at()),
                            words.actor(entry.actor()),
                            entry.actorName(),
                            words.act(entry.act()),
                            words.object(entry.objectType()),
                            entry.objectId(),
                            changes(entry),
                            found.position(),
                            found.algorithm(),
                            found.hash(),
                            sealed(entry, found),
                            entry.origin())
                    .map(value -> CsvCells.shielded(Objects.toString(value, "")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the hash is computed from, as JSON; texts are not for who does not see them. */
    private String sealed(AuditEntryView entry, SealedEntry found) throws IOException {
        boolean visible = entry.changes() != null || entry.fields().isEmpty();
        return found.sealed().isEmpty() || !visible ? "" : json.writeValueAsString(found.sealed());
    }

    /** A line for each field: its name, for a chief with what it was before and what it is after. */
    private String changes(AuditEntryView entry) {
        if (entry.changes() == null) {
            return entry.fields().stream().map(words::field).collect(Collectors.joining("\n"));
        }
        return entry.changes().entrySet().stream()
                .map(change -> words.field(change.getKey()) + ": " + change(change.getKey(), change.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String change(String field, Change change) {
        return Objects.toString(words.value(field, change.before()), "") + " → "
                + Objects.toString(words.value(field, change.after()), "");
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
