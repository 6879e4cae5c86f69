package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** The visible sheets of a workbook as tables: numbers as they are shown, formulas by their stored result. */
final class Sheets {

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);

    private Sheets() {
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    static SourceDocument read(Workbook workbook) {
        Sheets sheets = new Sheets();
        List<SourceDocument.Block> blocks = new ArrayList<>();
        for (Sheet sheet : workbook) {
            int index = workbook.getSheetIndex(sheet);
            if (!workbook.isSheetHidden(index) && !workbook.isSheetVeryHidden(index)) {
                blocks.add(sheets.table(sheet));
            }
        }
        return new SourceDocument(blocks);
    }

    private SourceDocument.Table table(Sheet sheet) {
        TableBuilder builder =
                new TableBuilder((row, column) -> SourcePosition.cell(sheet.getSheetName(), row + 1, column + 1));
        for (Row row : sheet) {
            for (Cell cell : row) {
                List<String> paragraphs = paragraphs(formatter.formatCellValue(cell));
                if (!String.join("", paragraphs).isBlank()) {
                    builder.place(row.getRowNum(), cell.getColumnIndex(), 1, 1, paragraphs);
                }
            }
            if (row.getZeroHeight()) {
                builder.hide(row.getRowNum());
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            spread(sheet, merged, builder);
        }
        return builder.build();
    }

    private void spread(Sheet sheet, CellRangeAddress merged, TableBuilder builder) {
        Row row = sheet.getRow(merged.getFirstRow());
        Cell first = row == null ? null : row.getCell(merged.getFirstColumn());
        String value = first == null ? "" : formatter.formatCellValue(first);
        if (!value.isBlank()) {
            int lastRow = Math.min(merged.getLastRow(), sheet.getLastRowNum());
            int lastColumn = Math.min(merged.getLastColumn(), TableBuilder.MOST_COLUMNS - 1);
            builder.place(
                    merged.getFirstRow(),
                    merged.getFirstColumn(),
                    lastRow - merged.getFirstRow() + 1,
                    lastColumn - merged.getFirstColumn() + 1,
                    paragraphs(value));
        }
    }

    private static List<String> paragraphs(String value) {
        return Arrays.asList(value.split("\\r\\n|\\r|\\n"));
    }
}
