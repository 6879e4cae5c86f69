package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.util.LittleEndian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Files of the old binary formats that are refused as a whole, each with its reason. */
class OldOfficeRefusalTests {

    private static final int ENCRYPTED_FLAG = 0x0100;

    private final TableReader reader = new TableReader(UnitDirectory.EMPTY);

    private static Stream<byte[]> whole() {
        return Stream.of(workbook(), document());
    }

    @ParameterizedTest
    @MethodSource("whole")
    void theFilesTheseTestsSpoilAreReadWhenWhole(byte[] whole) throws IOException {
        assertThat(reader.read(new ByteArrayInputStream(whole)).rows()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.6, 0.9, 0.97})
    void aTruncatedFileIsRefused(double share) {
        whole().forEach(file -> assertRefused(Arrays.copyOf(file, (int) (file.length * share)), Reason.TRUNCATED));
    }

    @Test
    void anEncryptedWorkbookIsRefused() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            byte[] encrypted = workbook();
            Biff8EncryptionKey.setCurrentUserPassword(null);
            assertRefused(encrypted, Reason.ENCRYPTED);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void anEncryptedDocumentIsRefused() {
        byte[] encrypted = CompoundFiles.rewritten(document(), "WordDocument", stream -> {
            LittleEndian.putShort(stream, 10, (short) (LittleEndian.getShort(stream, 10) | ENCRYPTED_FLAG));
            return stream;
        });

        assertRefused(encrypted, Reason.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_VBA_PROJECT_CUR", "Macros"})
    void aFileWithMacrosIsRefused(String storage) {
        whole().forEach(file -> assertRefused(
                CompoundFiles.changed(file, root -> root.createDirectory(storage)
                        .createDirectory("VBA")
                        .createDocument("dir", new ByteArrayInputStream(new byte[10]))),
                Reason.MACROS));
    }

    @Test
    void aWorkbookWithAMacroSheetIsRefused() {
        byte[] withMacroSheet = CompoundFiles.rewritten(workbook(), "Workbook", stream -> {
            for (int at = 0; at < stream.length; at += 4 + LittleEndian.getUShort(stream, at + 2)) {
                if (LittleEndian.getUShort(stream, at) == 0x0809 && at > 0 && stream[at + 6] == 0x10) {
                    stream[at + 6] = 0x40;
                }
            }
            return stream;
        });

        assertRefused(withMacroSheet, Reason.MACROS);
    }

    @Test
    void aWorkbookOfMoreCellsThanATaskTableIsRefusedBeforeItIsBuilt() {
        byte[] flood = CompoundFiles.rewritten(workbook(), "Workbook", stream -> {
            byte[] longer = Arrays.copyOf(stream, stream.length + 500_000 * 10);
            for (int at = stream.length; at < longer.length; at += 10) {
                LittleEndian.putShort(longer, at, (short) 0x0201);
                LittleEndian.putShort(longer, at + 2, (short) 6);
            }
            return longer;
        });

        assertRefused(flood, Reason.TOO_MANY_CELLS);
    }

    @Test
    void aContainerOfSomethingElseIsUnknown() {
        byte[] other = CompoundFiles.changed(
                new byte[0], root -> root.createDocument("Contents", new ByteArrayInputStream(new byte[5000])));

        assertRefused(other, Reason.UNKNOWN_FORMAT);
    }

    @Test
    void aWorkbookWithoutContentIsEmpty() {
        assertRefused(workbook("", ""), Reason.EMPTY);
    }

    @ParameterizedTest
    @MethodSource("whole")
    void aFileWithSpoiltBytesIsReadOrRefusedAndNeverAnythingElse(byte[] whole) {
        Random random = new Random(20240430);
        for (int i = 0; i < 150; i++) {
            byte[] bytes = whole.clone();
            for (int spoilt = 0; spoilt < 20; spoilt++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> reader.read(new ByteArrayInputStream(bytes)));
            assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), refusal -> assertThat(refusal)
                    .isInstanceOf(DocumentRefusedException.class));
        }
    }

    private static byte[] workbook() {
        return workbook("2031年二季度重点工作", "序号|目标任务|牵头单位|工作进展", "1|修建两座水库|市水利局|已开工", "2|种树|市林业局|完成");
    }

    private static byte[] workbook(String... rows) {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Workbooks.fill(workbook.createSheet(), rows);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] document() {
        try {
            return Files.readAllBytes(SharedDocuments.find("ledgers/anqing-2024.doc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(file)))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }
}
