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
     * What is on its visible sheets.
     *
     * @param rows the header among them; a text for each column, empty where nothing is written
     * @param unread cells with a formula that has no result; they are empty in their rows
     */
    public record Filled(List<List<String>> rows, List<Unread> unread) {}

    /**
     * A cell that says nothing although something is written in it.
     *
     * @param says its formula, or the error it shows
     */
    public record Unread(SourcePosition position, String says) {}

    /**
     * All that is filled in.
     *
     * @throws DocumentRefusedException if the file is no workbook or damaged, with the reason
     */
    public static Filled read(InputStream upload) throws IOException {
        UploadedFile file = UploadedFile.of(upload);
        if (!READER.reads(file)) {
            throw new DocumentRefusedException(Reason.NOT_THE_SHEET);
        }
        try {
            List<Table> tables =
                    READER.read(file).blocks().stream().map(Table.class::cast).toList();
            return new Filled(
                    tables.stream()
                            .flatMap(table -> table.rows().stream())
                            .map(row ->
                                    row.cells().stream().map(SourceCell::text).toList())
                            .toList(),
                    tables.stream()
                            .flatMap(table -> table.faults().stream())
                            .map(fault -> new Unread(fault.position(), String.join("", fault.arguments())))
                            .toList());
        } catch (DocumentRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DocumentRefusedException(Reason.TRUNCATED, e);
        }
    }
}
