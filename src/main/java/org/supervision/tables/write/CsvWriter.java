package org.supervision.tables.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.supervision.shared.CsvCells;

/**
 * Writes a ledger as comma-separated values: the title in a record of its own, the header, then the rows; a merged cell
 * is written once. The byte order mark tells spreadsheets that this is UTF-8.
 */
final class CsvWriter implements LedgerWriter {

    @Override
    public void write(Ledger ledger, OutputStream file) throws IOException {
        Grid grid = LedgerLayouts.draw(ledger);
        Writer text = new OutputStreamWriter(file, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            printer.printRecord(CsvCells.shielded(grid.title()));
            for (String note : grid.notes()) {
                printer.printRecord(CsvCells.shielded(note));
            }
            for (List<Grid.Cell> row : grid.header()) {
                print(row, printer);
            }
            for (List<List<Grid.Cell>> rows : grid.body()) {
                for (List<Grid.Cell> row : rows) {
                    print(row, printer);
                }
            }
        }
    }

    private static void print(List<Grid.Cell> row, CSVPrinter printer) throws IOException {
        printer.printRecord(
                row.stream().map(Grid.Cell::text).map(CsvCells::shielded).toList());
    }
}
