package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Printed documents that are refused as a whole, each with its reason and soon. */
class PdfRefusalTests {

    private static final Duration SOON = Duration.ofSeconds(2);

    private static final TableReader READER = new TableReader(UnitDirectory.EMPTY);

    /** The fonts of the machine are looked through once. */
    @BeforeAll
    static void theDocumentTheseTestsSpoilIsReadWhenWhole() throws IOException {
        assertThat(READER.read(new ByteArrayInputStream(ledger())).rows()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.6, 0.9, 0.99})
    void aTruncatedDocumentIsRefused(double share) {
        byte[] whole = ledger();

        assertRefused(Arrays.copyOf(whole, (int) (whole.length * share)), Reason.TRUNCATED);
    }

    @Test
    void anEncryptedDocumentIsRefused() {
        assertRefused(
                pdf(document -> {
                    document.addPage(new PDPage());
                    document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
                }),
                Reason.ENCRYPTED);
    }

    @Test
    void aDocumentThatForbidsToTakeItsTextIsRefused() {
        AccessPermission onlyLook = new AccessPermission();
        onlyLook.setCanExtractContent(false);

        assertRefused(
                pdf(document -> {
                    document.addPage(new PDPage());
                    document.protect(new StandardProtectionPolicy("owner", "", onlyLook));
                }),
                Reason.ENCRYPTED);
    }

    @Test
    void aDocumentWithAScriptIsRefused() {
        assertRefused(
                pdf(document -> {
                    document.addPage(new PDPage());
                    document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                }),
                Reason.MACROS);
    }

    @Test
    void aDocumentWithoutTextIsEmpty() {
        assertRefused(pdf(document -> document.addPage(new PDPage())), Reason.EMPTY);
    }

    @Test
    void aDocumentOfVeryManyPagesIsRefused() {
        assertRefused(
                pdf(document -> {
                    for (int i = 0; i < 301; i++) {
                        document.addPage(new PDPage());
                    }
                }),
                Reason.TOO_MANY_CELLS);
    }

    @Test
    void aStreamThatInflatesWithoutEndIsRefused() {
        byte[] bomb = content(" ".repeat(80 * 1024 * 1024));

        assertThat(bomb).hasSizeLessThan(200_000);
        assertRefused(bomb, Reason.ZIP_BOMB);
    }

    @ParameterizedTest
    @CsvSource({"0 0 m 9 9 l S , 11000", "1 1 5 5 re f , 11000", "[] , 1100000", "(aaaaaaaaaa) Tj , 11000"})
    void aPageThatDrawsWithoutEndIsRefused(String drawing, int times) {
        assertRefused(content((drawing + " ").repeat(times)), Reason.TOO_MANY_CELLS);
    }

    @Test
    void aDrawingThatCallsItselfAgainAndAgainIsRefused() {
        assertRefused(callingItself(), Reason.TOO_MANY_CELLS);
    }

    static byte[] callingItself() {
        return pdf(document -> {
            PDFormXObject inner = form(document, "0 0 m 9 9 l S ".repeat(10), null);
            for (int level = 0; level < 12; level++) {
                inner = form(document, "/F Do ".repeat(10), inner);
            }
            page(document, "/F Do", inner);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 9_000})
    void manyRuledLinesAreReadOrRefusedSoon(int lines) {
        StringBuilder drawing = new StringBuilder();
        for (int i = 0; i < lines / 2; i++) {
            drawing.append("0 ")
                    .append(i * 0.1)
                    .append(" m 600 ")
                    .append(i * 0.1)
                    .append(" l S ");
            drawing.append(i * 0.1).append(" 0 m ").append(i * 0.1).append(" 800 l S ");
        }

        assertReadOrRefusedSoon(content(drawing.toString()));
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(200_000);
        assertReadOrRefusedSoon(("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/A " + deep
                        + ">>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void spoiltBytesAreReadOrRefusedAndNeverAnythingElse() {
        Random random = new Random(20240430);
        byte[] whole = ledger();
        for (int i = 0; i < 8; i++) {
            byte[] bytes = whole.clone();
            for (int spoilt = 0; spoilt < 20; spoilt++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> READER.read(new ByteArrayInputStream(bytes)));
            assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), refusal -> assertThat(refusal)
                    .isInstanceOf(DocumentRefusedException.class));
        }
    }

    private static byte[] ledger() {
        try {
            return Files.readAllBytes(SharedDocuments.find("ledgers/anqing-2024.pdf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] content(String drawing) {
        return pdf(document -> page(document, drawing, null));
    }

    private static void page(PDDocument document, String drawing, PDFormXObject form) throws IOException {
        PDPage page = new PDPage();
        page.setContents(stream(document, drawing));
        page.setResources(resources(form));
        document.addPage(page);
    }

    private static PDFormXObject form(PDDocument document, String drawing, PDFormXObject inner) throws IOException {
        PDFormXObject form = new PDFormXObject(stream(document, drawing));
        form.setBBox(new PDPage().getMediaBox());
        form.setResources(resources(inner));
        return form;
    }

    private static PDResources resources(PDFormXObject form) {
        PDResources resources = new PDResources();
        if (form != null) {
            resources.put(COSName.getPDFName("F"), form);
        }
        return resources;
    }

    private static PDStream stream(PDDocument document, String drawing) throws IOException {
        return new PDStream(
                document,
                new ByteArrayInputStream(drawing.getBytes(StandardCharsets.ISO_8859_1)),
                COSName.FLATE_DECODE);
    }

    /** What a test puts into a document. */
    private interface Content {
        void write(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Content content) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.write(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertReadOrRefusedSoon(byte[] file) {
        Instant start = Instant.now();
        Throwable thrown = catchThrowable(() -> READER.read(new ByteArrayInputStream(file)));
        assertThat(thrown).isInstanceOf(DocumentRefusedException.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
    }

    private static void assertRefused(byte[] file, Reason reason) {
        Instant start = Instant.now();
        assertThatThrownBy(() -> READER.read(new ByteArrayInputStream(file)))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
        assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
    }
}
