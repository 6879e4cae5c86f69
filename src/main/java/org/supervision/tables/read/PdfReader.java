package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import technology.tabula.ObjectExtractor;

/** Reads pages that were made for printing: tables by their ruled lines, and the texts around them. */
final class PdfReader implements DocumentReader {

    private static final int MOST_PAGES = 300;
    /** Streams are inflated into no more than this. */
    private static final long MOST_INFLATED = 64L * 1024 * 1024;

    private static final String END = "%%EOF";
    private static final int LONGEST_TAIL = 2048;

    @Override
    public boolean reads(UploadedFile file) {
        return file.isPdf();
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        if (!file.tail(LONGEST_TAIL).contains(END)) {
            throw new DocumentRefusedException(Reason.TRUNCATED);
        }
        PdfStreams.inspect(file.bytes());
        try (PDDocument document = PDDocument.load(
                        file.bytes(), "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_INFLATED));
                ObjectExtractor extractor = new ObjectExtractor(document)) {
            refuse(document);
            new PdfBudget().spend(document);
            List<PdfPage> pages = new ArrayList<>();
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                pages.add(PdfPage.of(PdfText.of(document, number), extractor.extract(number)));
            }
            return PdfPages.join(pages);
        } catch (InvalidPasswordException e) {
            throw new DocumentRefusedException(Reason.ENCRYPTED, e);
        }
    }

    private static void refuse(PDDocument document) throws IOException {
        if (!document.getCurrentAccessPermission().canExtractContent()) {
            throw new DocumentRefusedException(Reason.ENCRYPTED);
        }
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (document.getDocumentCatalog().getOpenAction() instanceof PDActionJavaScript
                || names != null && names.getJavaScript() != null) {
            throw new DocumentRefusedException(Reason.MACROS);
        }
        if (document.getNumberOfPages() > MOST_PAGES) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
    }
}
