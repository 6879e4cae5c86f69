package org.supervision.tables.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.shared.DomainException;
import org.supervision.tables.ArchiveDifference;
import org.supervision.tables.Retention;
import org.supervision.tables.YearArchives;
import org.supervision.tables.YearArchives.Verification;
import org.supervision.tables.YearExport;

/** Archives of years for other systems of the office, a file of any length among them. */
@RestController
@RequestMapping("/api/v1/year-archives")
class YearArchivesRestController {

    /** @param confirmed needed where a quarter of the year is not published */
    record ArchiveForm(@Nullable Integer year, @Nullable Retention retention, @Nullable Boolean confirmed) {}

    /** @param keptUntil {@code null} if the term never ends */
    record ArchiveView(
            String id,
            int year,
            @Nullable Integer edition,
            @Nullable Retention retention,
            @Nullable LocalDate keptUntil,
            YearExport.State state,
            int files,
            int written,
            @Nullable String seal,
            String sealedBy,
            @Nullable Instant sealedAt) {

        static ArchiveView of(YearExport archive) {
            Retention retention = archive.retention();
            return new ArchiveView(
                    archive.id(),
                    archive.year(),
                    archive.edition(),
                    retention,
                    retention == null ? null : retention.endsOn(archive.year()),
                    archive.state(),
                    archive.files(),
                    archive.written(),
                    archive.seal(),
                    archive.requestedByName(),
                    archive.sealedAt());
        }
    }

    /** @param archive the one the file says it is; {@code null} if it is none of this government's */
    record VerificationView(boolean sealed, @Nullable ArchiveView archive, List<ArchiveDifference> differences) {}

    private final YearArchives archives;

    YearArchivesRestController(YearArchives archives) {
        this.archives = archives;
    }

    @GetMapping
    List<ArchiveView> list() {
        return archives.all().stream().map(ArchiveView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ArchiveView begin(@RequestBody ArchiveForm form) {
        if (form.year() == null) {
            throw DomainException.invalidField("year", "identity.error.required");
        }
        if (form.retention() == null) {
            throw DomainException.invalidField("retention", "identity.error.required");
        }
        return ArchiveView.of(archives.begin(form.year(), form.retention(), Boolean.TRUE.equals(form.confirmed())));
    }

    @GetMapping("/{id}")
    ArchiveView get(@PathVariable String id) {
        return ArchiveView.of(archives.get(id));
    }

    @GetMapping("/{id}/file")
    void file(@PathVariable String id, HttpServletResponse response) throws IOException {
        YearArchivesController.send(archives, id, response);
    }

    /** The body is the file itself, {@code application/zip}. */
    @PostMapping(path = "/verification", consumes = "application/zip")
    VerificationView verify(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        Verification verification = archives.verify(request.getInputStream());
        YearExport archive = verification.archive();
        return new VerificationView(
                verification.isSealed(), archive == null ? null : ArchiveView.of(archive), verification.differences());
    }
}
