package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Reads workbooks in the old binary format, from Excel 97 on: their visible sheets as tables, numbers as they are shown,
 * formulas by their stored result.
 */
final class XlsReader implements DocumentReader {

    /** Formats with lower numbers are known by them. */
    private static final int OWN_FORMATS = 164;

    @Override
    public boolean reads(UploadedFile file) {
        return file.isCompound(CompoundFile.WORKBOOK);
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook(file.stream())) {
            ShownNumbers numbers =
                    new ShownNumbers(workbook.getInternalWorkbook().isUsing1904DateWindowing());
            DataFormatter formatter = new DataFormatter(Locale.CHINA);
            formatter.setUseCachedValuesForFormulaCells(true);
            CellBudget budget = new CellBudget();
            List<SourceDocument.Block> blocks = new ArrayList<>();
            List<String> hidden = new ArrayList<>();
            for (Sheet sheet : workbook) {
                int index = workbook.getSheetIndex(sheet);
                if (workbook.isSheetHidden(index) || workbook.isSheetVeryHidden(index)) {
                    hidden.add(sheet.getSheetName());
                } else {
                    blocks.add(table(sheet, formatter, numbers, budget));
                }
            }
            return new SourceDocument(blocks, hidden);
        }
    }

    private static CellType typeOf(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    /** What a person sees in the cell. */
    private static Optional<String> shown(Cell cell, DataFormatter formatter, ShownNumbers numbers) {
        if (typeOf(cell) != CellType.NUMERIC) {
            return Optional.of(formatter.formatCellValue(cell));
        }
        double value = cell.getNumericCellValue();
        return cell.getCellStyle().getDataFormat() == 0
                ? Optional.of(numbers.general(value))
                : numbers.show(value, code(cell.getCellStyle()));
    }

    private static String code(CellStyle style) {
        String written = style.getDataFormatString();
        return style.getDataFormat() < OWN_FORMATS || written == null
                ? ShownNumbers.codeOf(style.getDataFormat())
                : written;
    }

    private static SourceDocument.Table table(
            Sheet sheet, DataFormatter formatter, ShownNumbers numbers, CellBudget budget) {
        TableBuilder builder = new TableBuilder(
                (row, column) -> SourcePosition.cell(sheet.getSheetName(), row + 1, column + 1), budget);
        for (Row row : sheet) {
            for (Cell cell : row) {
                int column = cell.getColumnIndex();
                Optional<String> shown = shown(cell, formatter, numbers);
                List<String> paragraphs = Texts.paragraphs(shown.stream().toList());
                if (typeOf(cell) == CellType.ERROR) {
                    builder.fault(row.getRowNum(), column, ProblemCode.CELL_FAULTY, formatter.formatCellValue(cell));
                } else if (shown.isEmpty()) {
                    builder.fault(
                            row.getRowNum(),
                            column,
                            ProblemCode.CELL_FORMAT_UNREAD,
                            numbers.general(cell.getNumericCellValue()),
                            code(cell.getCellStyle()));
                } else if (!paragraphs.isEmpty()) {
                    builder.place(row.getRowNum(), column, 1, 1, paragraphs);
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
