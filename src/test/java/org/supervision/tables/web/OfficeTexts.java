package org.supervision.tables.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What office files say. */
final class OfficeTexts {

    private OfficeTexts() {}

    static String ofDocument(byte[] file) {
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return text.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
