package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.ReadRoster.HeadedColumn;
import org.supervision.tables.read.ReadRoster.LeftOut;
import org.supervision.tables.read.ReadRoster.Reason;
import org.supervision.tables.read.SourceDocument.Table;

/** Reads tables of people, whatever the order of their columns, and tells what it leaves out; stores nothing. */
public final class RosterReader {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_ROWS_ABOVE = 10;
    private static final int LONGEST_HEAD = 20;
    private static final Pattern NAME = Pattern.compile("\\p{IsHan}{2,4}");

    /** What our own blank roster brings along to choose units from; nobody has written anything there. */
    private static final Pattern UNITS_SHEET = Words.pattern("roster units sheet");

    private static final List<DocumentReader> FORMATS = List.of(
            new XlsxReader(),
            new XlsReader(),
            new DocxReader(),
            new DocReader(),
            new HtmlReader(),
            new CsvReader(cell -> PersonColumn.headedBy(cell).isPresent(), 1),
            new TextReader());

    private final RosterAnswers answers;
    private final List<RosterEntry> entries = new ArrayList<>();
    private final List<HeadedColumn> columns = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private RosterReader(RosterAnswers answers) {
        this.answers = answers;
    }

    /**
     * The rows of all its tables that have heads; of a table whose heads are unknown only the columns.
     *
     * @param fileName with its ending, which must not say that the file is something else
     * @throws DocumentRefusedException if the file is not read, with the reason
     * @throws DomainException if it is read and is no roster
     */
    public static ReadRoster read(InputStream upload, String fileName, RosterAnswers answers) throws IOException {
        UploadedFile file = UploadedFile.of(upload);
        FileKind.check(file, fileName);
        List<Table> tables = TableReader.document(file, FORMATS).blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
        RosterReader reader = new RosterReader(answers);
        tables.forEach(table -> reader.read(table.rows()));
        if (reader.columns.isEmpty()) {
            return new ReadRoster(
                    List.of(),
                    tables.stream()
                            .flatMap(table -> unknown(table.rows(), answers).stream())
                            .findFirst()
                            .orElseThrow(() -> DomainException.invalidField("file", "tables.roster.no-header"))
                            .columns(),
                    List.of());
        }
        if (reader.entries.isEmpty() && answers.equals(RosterAnswers.NONE)) {
            throw DomainException.invalidField("file", "tables.roster.empty");
        }
        if (reader.entries.size() + reader.leftOut.size() > MOST_ROWS) {
            throw DomainException.invalidField("file", "tables.roster.too-long", MOST_ROWS);
        }
        return new ReadRoster(reader.entries, reader.columns, reader.leftOut);
    }

    /** Heads that say nothing known, above a column of what may be names. */
    private static Optional<RosterHeads> unknown(List<SourceRow> rows, RosterAnswers answers) {
        return IntStream.range(0, Math.min(MOST_ROWS_ABOVE, rows.size() - 1))
                .filter(row -> mayBeHeads(rows.get(row)) && hasNames(rows.get(row), rows.subList(row + 1, rows.size())))
                .mapToObj(row -> RosterHeads.of(rows.get(row), null, rows.subList(row + 1, rows.size()), answers))
                .findFirst();
    }

    private static boolean mayBeHeads(SourceRow row) {
        List<String> heads = row.written().stream().map(SourceCell::key).toList();
        return heads.size() > 1
                && heads.stream().distinct().count() == heads.size()
                && heads.stream().allMatch(head -> head.length() <= LONGEST_HEAD);
    }

    private static boolean hasNames(SourceRow heads, List<SourceRow> body) {
        return IntStream.range(0, heads.cells().size())
                .filter(column ->
                        PersonColumn.headedBy(heads.cells().get(column).text()).isEmpty())
                .anyMatch(column -> RosterHeads.cells(body, column)
                                .filter(cell -> NAME.matcher(cell.key()).matches())
                                .count()
                        > body.size() / 2);
    }

    private void read(List<SourceRow> rows) {
        RosterHeads heads = null;
        SourceRow group = null;
        List<SourceRow> above = new ArrayList<>();
        int begin = leftOut.size();
        for (int i = 0; i < rows.size(); i++) {
            SourceRow row = rows.get(i);
            if (RosterHeads.are(row, group, heads == null, answers)) {
                if (heads != null && group == null) {
                    leaveOut(row, Reason.HEADS_AGAIN);
                }
                heads = RosterHeads.of(row, group, rows.subList(i + 1, rows.size()), answers);
                group = row;
            } else if (heads == null) {
                above.add(row);
            } else {
                if (group != null) {
                    note(heads);
                }
                group = null;
                read(row, heads);
            }
        }
        List<LeftOut> below = new ArrayList<>(leftOut.subList(begin, leftOut.size()));
        leftOut.subList(begin, leftOut.size()).clear();
        for (SourceRow row : above) {
            boolean ours =
                    heads == null && UNITS_SHEET.matcher(row.position().place()).matches();
            if (!ours) {
                leaveOut(row, heads == null ? Reason.NO_HEADS : Reason.ABOVE_HEADS);
            }
        }
        leftOut.addAll(below);
    }

    /** Tables with the same heads, one after the other, have their columns told once. */
    private void note(RosterHeads heads) {
        heads.columns().stream()
                .filter(column ->
                        columns.stream().noneMatch(known -> known.key().equals(column.key())))
                .forEach(columns::add);
    }

    private void leaveOut(SourceRow row, Reason reason) {
        String text = row.written().stream()
                .filter(cell -> !cell.isBlank())
                .map(SourceCell::joined)
                .collect(Collectors.joining(" | "));
        leftOut.add(new LeftOut(row.position(), text, reason));
    }

    private void read(SourceRow row, RosterHeads heads) {
        List<RosterEntry> found = heads.named().stream()
                .flatMap(names -> entries(row, heads, names))
                .toList();
        if (found.isEmpty()) {
            leaveOut(row, isHeading(row) ? Reason.HEADING : Reason.NOBODY_NAMED);
        }
        entries.addAll(found);
    }

    /** One text over several columns, and nothing else. */
    private static boolean isHeading(SourceRow row) {
        List<SourceCell> filled =
                row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() > 1
                && filled.stream().map(SourceCell::text).distinct().count() == 1;
    }

    private Stream<RosterEntry> entries(SourceRow row, RosterHeads heads, HeadedColumn names) {
        String post = names.use() == PersonColumn.NAME
                ? heads.shared(PersonColumn.POST)
                        .flatMap(column -> cell(row, column))
                        .map(SourceCell::text)
                        .orElse("")
                : "";
        String name = cell(row, names).map(RosterReader::name).orElse("");
        String username = first(row, heads.of(names, PersonColumn.USERNAME));
        String mail = first(row, heads.of(names, PersonColumn.MAIL));
        String phone = Stream.of(PersonColumn.PHONE, PersonColumn.OFFICE_PHONE)
                .flatMap(use -> heads.of(names, use).stream())
                .map(column -> text(row, column))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
        if (isHeading(row) || (name + post + username + phone + mail).isBlank()) {
            return Stream.empty();
        }
        String unit =
                heads.shared(PersonColumn.UNIT).map(column -> text(row, column)).orElse("");
        return RosterEntry.posts(post).stream()
                .map(each -> new RosterEntry(
                        name,
                        unit,
                        each,
                        username,
                        phone,
                        mail,
                        row.position(),
                        names.use().role().orElse(answers.post())));
    }

    private static String first(SourceRow row, List<HeadedColumn> columns) {
        return columns.stream().findFirst().map(column -> text(row, column)).orElse("");
    }

    /** Names are stretched by blanks to stand in a column; several lines are several people. */
    private static String name(SourceCell cell) {
        boolean several =
                cell.paragraphs().stream().allMatch(line -> Texts.key(line).length() > 1);
        return (several ? cell.text() : cell.joined()).replaceAll("(?<=\\p{IsHan})[^\\S\\n]+(?=\\p{IsHan})", "");
    }

    /** A merged cell counts for each of its rows. */
    private static String text(SourceRow row, HeadedColumn column) {
        return cell(row, column).map(SourceCell::joined).orElse("");
    }

    private static Optional<SourceCell> cell(SourceRow row, @Nullable HeadedColumn column) {
        return column == null || column.ordinal() > row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(column.ordinal() - 1));
    }
}
