package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.supervision.shared.DomainException;
import org.supervision.tables.YearExport;
import org.supervision.tables.YearExport.State;

/** Answers with the files of a year as one, once all of them are written. */
final class YearFileAnswer {

    private YearFileAnswer() {}

    /** Writes the files into the answer. */
    interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    static void send(YearExport export, String name, Content content, HttpServletResponse response) throws IOException {
        if (export.state() != State.READY) {
            throw DomainException.notFound(export.id());
        }
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(name + ".zip", StandardCharsets.UTF_8)
                .build();
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, asFile.toString());
        content.writeTo(response.getOutputStream());
    }
}
