package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Reads workbooks in the old binary format, from Excel 97 on: their visible sheets as tables, numbers as they are shown,
 * formulas by their stored result.
 */
final class XlsReader implements DocumentReader {

    @Override
    public boolean reads(UploadedFile file) {
        return file.isCompound(CompoundFile.WORKBOOK);
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        try (Workbook workbook = new HSSFWorkbook(file.stream())) {
            DataFormatter formatter = new DataFormatter(Locale.CHINA);
            formatter.setUseCachedValuesForFormulaCells(true);
            CellBudget budget = new CellBudget();
            List<SourceDocument.Block> blocks = new ArrayList<>();
            for (Sheet sheet : workbook) {
                int index = workbook.getSheetIndex(sheet);
                if (!workbook.isSheetHidden(index) && !workbook.isSheetVeryHidden(index)) {
                    blocks.add(table(sheet, formatter, budget));
                }
            }
            return new SourceDocument(blocks);
        }
    }

    private static boolean isFault(Cell cell) {
        return cell.getCellType() == CellType.ERROR
                || cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.ERROR;
    }

    private static SourceDocument.Table table(Sheet sheet, DataFormatter formatter, CellBudget budget) {
        TableBuilder builder = new TableBuilder(
                (row, column) -> SourcePosition.cell(sheet.getSheetName(), row + 1, column + 1), budget);
        for (Row row : sheet) {
            for (Cell cell : row) {
                List<String> paragraphs = Texts.paragraphs(List.of(formatter.formatCellValue(cell)));
                if (isFault(cell)) {
                    builder.fault(row.getRowNum(), cell.getColumnIndex(), formatter.formatCellValue(cell));
                } else if (!paragraphs.isEmpty()) {
                    builder.place(row.getRowNum(), cell.getColumnIndex(), 1, 1, paragraphs);
                }
            }
            if (row.getZeroHeight()) {
                builder.hide(row.getRowNum());
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            builder.spread(
                    merged.getFirstRow(),
                    merged.getFirstColumn(),
                    Math.min(merged.getLastRow(), sheet.getLastRowNum()),
                    merged.getLastColumn());
        }
        return builder.build();
    }
}
