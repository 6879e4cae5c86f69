package org.supervision.tables.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.supervision.calendar.DateWords;
import org.supervision.escalation.CircularView;
import org.supervision.escalation.CircularViews;
import org.supervision.escalation.Paper;
import org.supervision.escalation.Papers;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.tables.write.OfficialDocument;

/** Issued slips and circulars as office files, for whoever may read them. */
@Controller
class OfficialDocumentsController {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final SlipViews slips;
    private final CircularViews circulars;
    private final Papers papers;
    private final CurrentUsers currentUsers;
    private final DateWords dates;

    OfficialDocumentsController(
            SlipViews slips, CircularViews circulars, Papers papers, CurrentUsers currentUsers, DateWords dates) {
        this.slips = slips;
        this.circulars = circulars;
        this.papers = papers;
        this.currentUsers = currentUsers;
        this.dates = dates;
    }

    @GetMapping("/slips/{id}.docx")
    ResponseEntity<byte[]> slip(@PathVariable String id) {
        CurrentUser reader = currentUsers.required();
        SlipView slip = slips.find(id, reader).orElseThrow(() -> DomainException.notFound(id));
        return file(papers.of(slip, reader.requiredGovernment()), id);
    }

    @GetMapping("/circulars/{id}.docx")
    ResponseEntity<byte[]> circular(@PathVariable String id) {
        CircularView circular =
                circulars.find(id, currentUsers.required()).orElseThrow(() -> DomainException.notFound(id));
        return file(papers.of(circular), id);
    }

    /** A draft has no number and no day, so it is no document yet. */
    private ResponseEntity<byte[]> file(Paper paper, String id) {
        Instant issuedAt = paper.issuedAt();
        if (issuedAt == null) {
            throw DomainException.notFound(id);
        }
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(paper.number() + ".docx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(OfficialDocument.write(paper, dates.date(issuedAt)));
    }
}
