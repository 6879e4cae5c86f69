package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.SourceDocument.Table;

/** Reads a workbook that went out to be filled in, row by row as texts. */
public final class FilledSheet {

    private static final XlsxReader READER = new XlsxReader();

    private FilledSheet() {}

    /**
     * The rows of its visible sheets, the header among them; a text for each column, empty where nothing is written.
     *
     * @throws DocumentRefusedException if the file is no workbook or damaged, with the reason
     */
    public static List<List<String>> rows(InputStream upload) throws IOException {
        UploadedFile file = UploadedFile.of(upload);
        if (!READER.reads(file)) {
            throw new DocumentRefusedException(Reason.NOT_THE_SHEET);
        }
        try {
            return READER.read(file).blocks().stream()
                    .flatMap(block -> ((Table) block).rows().stream())
                    .map(row -> row.cells().stream().map(SourceCell::text).toList())
                    .toList();
        } catch (DocumentRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DocumentRefusedException(Reason.TRUNCATED, e);
        }
    }
}
