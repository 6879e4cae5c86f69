package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * One sheet on which a unit reports all it owes in a round: what is asked cannot be changed, the verdict is chosen from a
 * list, and a hidden column says which report a row is.
 */
public final class ReportSheet {

    /** Columns from this one on are filled in by the unit; before it stands what is asked. */
    private static final int FIRST_ANSWER = 3;

    private static final int VERDICT = 3;
    private static final int[] WIDTHS = {6, 24, 22, 12, 44, 24, 24, 4};

    /** Room for some lines of an answer; who writes more draws the row higher. */
    private static final float ROW = 82;

    private ReportSheet() {}

    /** The words of the sheet; the header has a word for each column, the hidden one last. */
    public record Words(String title, String hint, List<String> header, List<String> verdicts) {}

    /** A row, a text for each column of the header. */
    public static byte[] write(Words words, List<List<String>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet(words.title());
            int hidden = words.header().size() - 1;
            CellStyle asked = style(workbook, true);
            CellStyle answer = style(workbook, false);
            CellStyle head = style(workbook, true);
            Font bold = workbook.createFont();
            bold.setBold(true);
            head.setFont(bold);
            sheet.createRow(0).createCell(0).setCellValue(words.hint());
            row(sheet, 1, words.header(), column -> head);
            for (List<String> row : rows) {
                row(
                        sheet,
                        sheet.getLastRowNum() + 1,
                        row,
                        column -> column >= FIRST_ANSWER && column < hidden ? answer : asked);
                sheet.getRow(sheet.getLastRowNum()).setHeightInPoints(ROW);
            }
            for (int column = 0; column < words.header().size(); column++) {
                sheet.setColumnWidth(column, WIDTHS[column] * 256);
            }
            sheet.setColumnHidden(hidden, true);
            sheet.createFreezePane(2, 2);
            if (!rows.isEmpty()) {
                choose(sheet, words.verdicts(), 2, sheet.getLastRowNum());
            }
            sheet.protectSheet("");
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Styles {
        CellStyle of(int column);
    }

    private static void row(XSSFSheet sheet, int index, List<String> texts, Styles styles) {
        Row row = sheet.createRow(index);
        for (int column = 0; column < texts.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(styles.of(column));
            cell.setCellValue(texts.get(column));
        }
    }

    private static void choose(XSSFSheet sheet, List<String> verdicts, int first, int last) {
        var helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(verdicts.toArray(String[]::new)),
                new CellRangeAddressList(first, last, VERDICT, VERDICT));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    /** Texts stay texts, also those that look like formulas. */
    private static CellStyle style(XSSFWorkbook workbook, boolean asked) {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setLocked(asked);
        style.setQuotePrefixed(true);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        if (asked) {
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
