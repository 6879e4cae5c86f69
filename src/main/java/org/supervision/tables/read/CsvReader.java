package org.supervision.tables.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.supervision.shared.CsvCells;

/**
 * Reads comma-separated values: a text that has, not far from its beginning, a record of heads that are known, or of which
 * two are and all records below have as many cells.
 */
final class CsvReader implements DocumentReader {

    private static final int MOST_RECORDS_ABOVE = 20;
    private static final int MOST_RECORDS_LOOKED_AT = 40;
    private static final int FEWEST_HEADS_OF_A_TABLE = 2;
    private static final CSVFormat FORMAT = CSVFormat.EXCEL;

    private final Predicate<String> head;
    private final int fewestHeads;

    /** Of key tasks. */
    CsvReader() {
        this(cell -> Column.headedBy(cell).isPresent(), 3);
    }

    CsvReader(Predicate<String> head, int fewestHeads) {
        this.head = head;
        this.fewestHeads = fewestHeads;
    }

    @Override
    public boolean reads(UploadedFile file) {
        return file.text().filter(this::hasHeads).isPresent();
    }

    private boolean hasHeads(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<CSVRecord> first = parser.stream()
                    .filter(record -> record.size() > 1 || !record.get(0).isBlank())
                    .limit(MOST_RECORDS_LOOKED_AT)
                    .toList();
            return IntStream.range(0, Math.min(MOST_RECORDS_ABOVE, first.size()))
                    .anyMatch(row -> isHeads(first.get(row)) || headsTable(first.subList(row, first.size())));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // quotation marks that are not those of a table: another reader's text
            return false;
        }
    }

    private boolean isHeads(CSVRecord record) {
        return known(record) >= fewestHeads;
    }

    private boolean headsTable(List<CSVRecord> records) {
        int width = records.get(0).size();
        return records.size() > 1
                && width >= fewestHeads
                && records.stream().allMatch(record -> record.size() == width)
                && known(records.get(0)) >= FEWEST_HEADS_OF_A_TABLE;
    }

    private long known(CSVRecord record) {
        return record.stream().limit(TableBuilder.MOST_COLUMNS).filter(head).count();
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
