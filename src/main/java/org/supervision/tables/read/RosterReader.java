package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.SourceDocument.Table;

/** Reads a table of people, whatever the order of its columns; stores nothing. */
public final class RosterReader {

    private static final int MOST_ROWS = 5_000;

    private static final List<DocumentReader> FORMATS = List.of(
            new XlsxReader(),
            new XlsReader(),
            new DocxReader(),
            new DocReader(),
            new HtmlReader(),
            new CsvReader(cell -> PersonColumn.headedBy(cell).isPresent(), 2),
            new TextReader());

    private RosterReader() {}

    /**
     * The rows of all its tables that have a header.
     *
     * @throws DocumentRefusedException if the file is not read, with the reason
     * @throws DomainException if it is read and is no roster
     */
    public static List<RosterEntry> read(InputStream upload) throws IOException {
        List<RosterEntry> entries = new ArrayList<>();
        SourceDocument document = TableReader.document(UploadedFile.of(upload), FORMATS);
        boolean headed = false;
        for (SourceDocument.Block block : document.blocks()) {
            if (block instanceof Table table) {
                headed |= read(table, entries);
            }
        }
        if (!headed || entries.isEmpty()) {
            throw DomainException.invalidField("file", headed ? "tables.roster.empty" : "tables.roster.no-header");
        }
        if (entries.size() > MOST_ROWS) {
            throw DomainException.invalidField("file", "tables.roster.too-long", MOST_ROWS);
        }
        return entries;
    }

    /** Whether the table has a header; it may come again at each page. */
    private static boolean read(Table table, List<RosterEntry> entries) {
        Map<PersonColumn, Integer> header = Map.of();
        for (SourceRow row : table.rows()) {
            Map<PersonColumn, Integer> found = header(row);
            if (found.containsKey(PersonColumn.NAME) && found.size() > 1) {
                header = found;
            } else if (!header.isEmpty()) {
                RosterEntry entry = entry(row, header);
                if (!(entry.name() + entry.post() + entry.username() + entry.phone() + entry.mail()).isBlank()) {
                    entries.add(entry);
                }
            }
        }
        return !header.isEmpty();
    }

    private static Map<PersonColumn, Integer> header(SourceRow row) {
        Map<PersonColumn, Integer> columns = new EnumMap<>(PersonColumn.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int index = i;
            PersonColumn.headedBy(row.cells().get(i).key()).ifPresent(column -> columns.putIfAbsent(column, index));
        }
        return columns;
    }

    private static RosterEntry entry(SourceRow row, Map<PersonColumn, Integer> header) {
        return new RosterEntry(
                // names are stretched by blanks to stand in a column
                text(row, header, PersonColumn.NAME).replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", ""),
                text(row, header, PersonColumn.UNIT),
                text(row, header, PersonColumn.POST),
                text(row, header, PersonColumn.USERNAME),
                text(row, header, PersonColumn.PHONE),
                text(row, header, PersonColumn.MAIL),
                row.position());
    }

    /** A merged cell counts for each of its rows. */
    private static String text(SourceRow row, Map<PersonColumn, Integer> header, PersonColumn column) {
        Integer index = header.get(column);
        return index == null || index >= row.cells().size()
                ? ""
                : row.cells().get(index).joined();
    }
}
