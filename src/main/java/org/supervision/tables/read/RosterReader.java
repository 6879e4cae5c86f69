package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.SourceDocument.Table;

/** Reads a table of people, whatever the order of its columns; stores nothing. */
public final class RosterReader {

    private static final int MOST_ROWS = 5_000;

    /** What follows the post in the head of a column of names; kept out of the code with the other words. */
    private static final Pattern NAME_OF = Words.pattern("person name of");

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

    /**
     * Which columns hold what.
     *
     * @param named columns of names of which the head says the post, each with its own telephone, if it has one
     */
    private record Header(Map<PersonColumn, Integer> columns, List<Named> named) {

        boolean isOfRoster() {
            return columns.containsKey(PersonColumn.NAME) && columns.size() > 1
                    || columns.containsKey(PersonColumn.UNIT) && !named.isEmpty();
        }
    }

    private record Named(int column, String post, int phone) {}

    /** Whether the table has a header; it may come again at each page. */
    private static boolean read(Table table, List<RosterEntry> entries) {
        Header header = null;
        for (SourceRow row : table.rows()) {
            Header found = header(row);
            if (found.isOfRoster()) {
                header = found;
            } else if (header != null) {
                entries(row, header).stream()
                        .filter(RosterReader::saysSomething)
                        .forEach(entries::add);
            }
        }
        return header != null;
    }

    private static boolean saysSomething(RosterEntry entry) {
        return !(entry.name() + entry.post() + entry.username() + entry.phone() + entry.mail()).isBlank();
    }

    private static Header header(SourceRow row) {
        Map<PersonColumn, Integer> columns = new EnumMap<>(PersonColumn.class);
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            int index = i;
            String head = row.cells().get(i).key();
            Optional<PersonColumn> column = PersonColumn.headedBy(head);
            column.ifPresent(known -> columns.putIfAbsent(known, index));
            String post = NAME_OF.matcher(head).replaceAll("");
            if (column.isEmpty() && RosterEntry.role(post).isPresent()) {
                named.add(new Named(i, post, -1));
            } else if (column.filter(PersonColumn.PHONE::equals).isPresent() && !named.isEmpty()) {
                Named last = named.remove(named.size() - 1);
                named.add(last.phone() < 0 ? new Named(last.column(), last.post(), i) : last);
            }
        }
        return new Header(columns, named);
    }

    /** One for each name of a row. */
    private static List<RosterEntry> entries(SourceRow row, Header header) {
        if (header.columns().containsKey(PersonColumn.NAME)) {
            return List.of(new RosterEntry(
                    name(row, header.columns().get(PersonColumn.NAME)),
                    text(row, header.columns().get(PersonColumn.UNIT)),
                    text(row, header.columns().get(PersonColumn.POST)),
                    text(row, header.columns().get(PersonColumn.USERNAME)),
                    text(row, header.columns().get(PersonColumn.PHONE)),
                    text(row, header.columns().get(PersonColumn.MAIL)),
                    row.position()));
        }
        return header.named().stream()
                .filter(named -> !name(row, named.column()).isBlank())
                .map(named -> new RosterEntry(
                        name(row, named.column()),
                        text(row, header.columns().get(PersonColumn.UNIT)),
                        named.post(),
                        "",
                        text(row, named.phone()),
                        "",
                        row.position()))
                .toList();
    }

    /** Names are stretched by blanks to stand in a column. */
    private static String name(SourceRow row, @Nullable Integer index) {
        return text(row, index).replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", "");
    }

    /** A merged cell counts for each of its rows. */
    private static String text(SourceRow row, @Nullable Integer index) {
        return index == null || index < 0 || index >= row.cells().size()
                ? ""
                : row.cells().get(index).joined();
    }
}
