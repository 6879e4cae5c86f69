package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Files that are refused as a whole, each with its reason. */
class RefusalTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /** Signature of an entry in a zip file's directory. */
    private static final int CENTRAL_DIRECTORY_ENTRY = 0x02014b50;

    private final TableReader reader = new TableReader(UnitDirectory.EMPTY);

    @Test
    void theWorkbookTheseTestsSpoilIsReadWhenWhole() throws IOException {
        assertThat(reader.read(new ByteArrayInputStream(Workbooks.resultList())).rows())
                .hasSize(1);
    }

    @Test
    void aFileOver20MegabytesIsCutOffWhileItArrives() {
        AtomicLong delivered = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                delivered.incrementAndGet();
                return 'x';
            }
        };

        assertThatThrownBy(() -> reader.read(endless)).satisfies(refusal -> assertReason(refusal, Reason.TOO_LARGE));
        assertThat(delivered).hasValue(20L * 1024 * 1024 + 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.6, 0.9, 0.99})
    void aTruncatedWorkbookIsRefused(double share) {
        byte[] whole = Workbooks.resultList();

        assertRefused(Arrays.copyOf(whole, (int) (whole.length * share)), Reason.TRUNCATED);
    }

    @Test
    void aWorkbookWithADamagedPartIsRefused() {
        assertRefused(
                Workbooks.rewritten(
                        Workbooks.resultList(),
                        parts -> parts.computeIfPresent(SHEET, (name, part) -> Arrays.copyOf(part, part.length / 2))),
                Reason.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body><table><tr><td>1</td>", "<table><tr><td>"})
    void aTruncatedPageIsRefused(String html) {
        assertRefused(html.getBytes(StandardCharsets.UTF_8), Reason.TRUNCATED);
    }

    @Test
    void anEncryptedWorkbookIsRefused() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OPCPackage office = OPCPackage.open(new ByteArrayInputStream(Workbooks.resultList()));
                    OutputStream encrypted = encryptor.getDataStream(files)) {
                office.save(encrypted);
            }
            files.writeFilesystem(bytes);

            assertRefused(bytes.toByteArray(), Reason.ENCRYPTED);
        }
    }

    @Test
    void aWorkbookWithMacrosIsRefusedByItsTypeAndByItsParts() {
        byte[] declared = Workbooks.rewritten(
                Workbooks.resultList(),
                parts -> parts.computeIfPresent(
                        "[Content_Types].xml",
                        (name, part) -> Workbooks.replace(
                                part,
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.ms-excel.sheet.macroEnabled.main+xml")));
        byte[] disguised =
                Workbooks.rewritten(Workbooks.resultList(), parts -> parts.put("xl/vbaProject.bin", new byte[10]));

        assertRefused(declared, Reason.MACROS);
        assertRefused(disguised, Reason.MACROS);
    }

    @Test
    void aPartThatInflatesWithoutEndIsRefused() {
        byte[] bomb = Workbooks.rewritten(
                Workbooks.resultList(), parts -> parts.put("xl/media/image1.png", new byte[30 * 1024 * 1024]));

        assertThat(bomb).hasSizeLessThan(100_000);
        assertRefused(bomb, Reason.ZIP_BOMB);
    }

    @Test
    void anArchiveOfVeryManyPartsIsRefused() {
        byte[] bomb = Workbooks.rewritten(Workbooks.resultList(), parts -> {
            for (int i = 0; i < 2500; i++) {
                parts.put("xl/media/" + i + ".png", new byte[0]);
            }
        });

        assertRefused(bomb, Reason.ZIP_BOMB);
    }

    @Test
    void anExternalEntityIsRefusedUnresolvedInAWorkbook() {
        byte[] workbook = Workbooks.rewritten(
                Workbooks.resultList(),
                parts -> parts.computeIfPresent(
                        SHEET,
                        (name, part) -> Workbooks.replace(
                                part,
                                "<worksheet",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet")));

        assertRefused(workbook, Reason.EXTERNAL_ENTITY);
    }

    @Test
    void anExternalEntityIsRefusedUnresolvedInAPage() {
        String page = "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><html><table>"
                + "<tr><td>&e;</td></tr></table></html>";

        assertRefused(page.getBytes(StandardCharsets.UTF_8), Reason.EXTERNAL_ENTITY);
    }

    @Test
    void aWorkbookWithoutContentIsEmpty() {
        assertRefused(Workbooks.of(workbook -> workbook.createSheet()), Reason.EMPTY);
        assertRefused(Workbooks.of(workbook -> Workbooks.fill(workbook.createSheet(), " | ", "|")), Reason.EMPTY);
        assertRefused(
                Workbooks.of(workbook -> Workbooks.fill(workbook.createSheet(), "序号|目标任务|牵头单位|工作进展")), Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n", "\uFEFF\n"})
    void aTextWithoutContentIsEmpty(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
    }

    @Test
    void aTextWithoutATaskTableHasNoKnownLayout() {
        assertRefused("今天天气很好。".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_LAYOUT);
    }

    @Test
    void aZipThatIsNoOfficeFileIsUnknown() {
        byte[] zip = Workbooks.rewritten(new byte[0], parts -> parts.put("notes.txt", new byte[] {'a'}));

        assertRefused(zip, Reason.UNKNOWN_FORMAT);
    }

    @Test
    void randomBytesAreRefusedAndNeverAnythingElse() {
        Random random = new Random(20240430);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[1 + random.nextInt(2000)];
            random.nextBytes(bytes);
            assertRefused(bytes, Reason.UNKNOWN_FORMAT, Reason.UNKNOWN_LAYOUT, Reason.EMPTY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 12, 14, 93, 95, 99, 65535})
    void aPartPackedAsOfficePackagesNeverAreIsRefused(int method) {
        byte[] workbook = Workbooks.dateless(Workbooks.resultList());
        ByteBuffer bytes = ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < workbook.length - 4; at++) {
            if (bytes.getInt(at) == CENTRAL_DIRECTORY_ENTRY) {
                bytes.putShort(at + 10, (short) method);
            }
        }

        assertRefused(workbook, Reason.TRUNCATED);
    }

    @Test
    void aWorkbookWithSpoiltBytesIsReadOrRefusedAndNeverAnythingElse() {
        Random random = new Random(20240430);
        byte[] workbook = Workbooks.dateless(Workbooks.resultList());
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = workbook.clone();
            for (int spoilt = 0; spoilt < 5; spoilt++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> reader.read(new ByteArrayInputStream(bytes)));
            assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), refusal -> assertThat(refusal)
                    .isInstanceOf(DocumentRefusedException.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rowspan=\"999999\"", "colspan=\"999999\"", "rowspan=\"-1\"", "colspan=\"x\""})
    void hugeSpansStayBounded(String span) throws IOException {
        String page = "<html><table><tr><td " + span + ">序号</td><td>目标任务</td><td>牵头单位</td><td>工作进展</td></tr>"
                + "<tr><td>1</td><td>修建两座水库</td><td>市水利局</td><td>已开工</td></tr></table></html>";

        Throwable thrown =
                catchThrowable(() -> reader.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));

        assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), refusal -> assertThat(refusal)
                .isInstanceOf(DocumentRefusedException.class));
    }

    @Test
    void aTableWiderThanAnyTaskTableIsRefused() {
        byte[] workbook = Workbooks.of(workbook1 ->
                workbook1.createSheet().createRow(0).createCell(16000).setCellValue("x"));

        assertRefused(workbook, Reason.TOO_MANY_CELLS);
    }

    private void assertRefused(byte[] file, Reason... reasons) {
        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(file)))
                .satisfies(refusal -> assertReason(refusal, reasons));
    }

    private static void assertReason(Throwable thrown, Reason... reasons) {
        assertThat(thrown).isInstanceOf(DocumentRefusedException.class);
        assertThat(((DocumentRefusedException) thrown).reason()).isIn((Object[]) reasons);
    }
}
