package org.supervision.tables.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma-separated values: a text that has, not far from its beginning, a record of heads that are known, or one of
 * short words with records as long below it.
 */
final class CsvReader implements DocumentReader {

    private static final int MOST_RECORDS_ABOVE = 20;
    private static final int FEWEST_CELLS = 3;
    private static final int LONGEST_HEAD = 20;
    private static final CSVFormat FORMAT = CSVFormat.EXCEL;

    private final Predicate<String> head;
    private final int fewestHeads;
    private final boolean readsUnknownHeads;

    /** Of key tasks. */
    CsvReader() {
        this(cell -> Column.headedBy(cell).isPresent(), 3, true);
    }

    CsvReader(Predicate<String> head, int fewestHeads) {
        this(head, fewestHeads, false);
    }

    private CsvReader(Predicate<String> head, int fewestHeads, boolean readsUnknownHeads) {
        this.head = head;
        this.fewestHeads = fewestHeads;
        this.readsUnknownHeads = readsUnknownHeads;
    }

    @Override
    public boolean reads(UploadedFile file) {
        return file.text().filter(this::hasHeads).isPresent();
    }

    private boolean hasHeads(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<CSVRecord> above = new ArrayList<>();
            for (CSVRecord record : parser) {
                if (isHeads(record) || readsUnknownHeads && endsInTable(above, record)) {
                    return true;
                }
                above.add(record);
                if (above.size() == MOST_RECORDS_ABOVE) {
                    return false;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // quotation marks that are not those of a table: another reader's text
            return false;
        }
    }

    private boolean isHeads(CSVRecord record) {
        return record.stream().limit(TableBuilder.MOST_COLUMNS).filter(head).count() >= fewestHeads;
    }

    /** Three records of the same length, the first of short words. */
    private static boolean endsInTable(List<CSVRecord> above, CSVRecord record) {
        int heads = above.size() - 2;
        return heads >= 0
                && record.size() >= FEWEST_CELLS
                && record.size() <= TableBuilder.MOST_COLUMNS
                && above.get(heads).size() == record.size()
                && above.get(heads + 1).size() == record.size()
                && above.get(heads).stream()
                        .allMatch(cell -> !cell.isBlank() && cell.length() <= LONGEST_HEAD && !cell.contains("\n"));
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(file.text().orElseThrow()), FORMAT)) {
            TableBuilder builder = new TableBuilder(
                    (row, column) -> SourcePosition.line(row + 1).inColumn(column + 1), new CellBudget());
            long above = 0;
            for (CSVRecord record : parser) {
                int line = (int) above;
                for (int column = 0; column < record.size(); column++) {
                    builder.place(line, column, 1, 1, paragraphs(record.get(column)));
                }
                above = parser.getCurrentLineNumber();
            }
            return new SourceDocument(List.of(builder.build()));
        }
    }

    private static List<String> paragraphs(String cell) {
        return Arrays.asList(CsvCells.unshielded(cell).split("\\r\\n|\\r|\\n"));
    }
}
