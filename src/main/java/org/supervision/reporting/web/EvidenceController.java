package org.supervision.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.Evidence;
import org.supervision.reporting.EvidenceFiles;
import org.supervision.reporting.EvidenceType;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** Evidence over REST; the portal's pages show and link the same files. */
@RestController
class EvidenceController {

    /** Not even a file that a browser shows may load anything else. */
    private static final String NOTHING_LOADS = "default-src 'none'; style-src 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Nor run anything. Browsers show PDF in a program of their own, which some do not start in a sandbox. */
    private static final String NOTHING_RUNS = NOTHING_LOADS + "; sandbox";

    private final EvidenceFiles evidence;
    private final CurrentUsers currentUsers;

    EvidenceController(EvidenceFiles evidence, CurrentUsers currentUsers) {
        this.evidence = evidence;
        this.currentUsers = currentUsers;
    }

    /** What is attached to the report or part that the caller drafts. */
    @GetMapping("/api/v1/work-items/{id}/attachments")
    Slice<Evidence> drafted(@PathVariable String id) {
        List<Evidence> files = evidence.drafted(id);
        return new Slice<>(files, 0, Math.max(1, files.size()), files.size());
    }

    /** Attaches one file to it. */
    @PostMapping(path = "/api/v1/work-items/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Evidence> attach(
            @PathVariable String id, @RequestParam(required = false) @Nullable List<MultipartFile> file)
            throws IOException {
        if (file == null || file.size() != 1) {
            throw DomainException.invalidField("file", "reporting.evidence.one-file");
        }
        MultipartFile sent = file.get(0);
        try (InputStream content = sent.getInputStream()) {
            Evidence attached =
                    evidence.attach(id, Objects.requireNonNullElse(sent.getOriginalFilename(), ""), content);
            return ResponseEntity.created(URI.create("/api/v1/attachments/" + attached.id()))
                    .body(attached);
        }
    }

    /** Takes one out again; a version that was submitted with it keeps it. */
    @DeleteMapping("/api/v1/work-items/{id}/attachments/{evidenceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String evidenceId) {
        evidence.remove(id, evidenceId);
    }

    /** The file itself; a browser shows pictures and PDF, everything else it keeps. */
    @GetMapping({"/api/v1/attachments/{id}", "/attachments/{id}"})
    void file(@PathVariable String id, HttpServletResponse response) throws IOException {
        Evidence file = evidence.get(id, currentUsers.required());
        ContentDisposition disposition = (file.type().inline()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        response.setContentType(file.type().mediaType());
        response.setContentLength(file.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader("Content-Security-Policy", file.type() == EvidenceType.PDF ? NOTHING_LOADS : NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        evidence.write(file, response.getOutputStream());
    }
}
