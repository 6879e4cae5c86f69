package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * One workbook on which a unit reports all it owes in a round: the texts on one sheet, the values of indicators on another.
 * What is asked cannot be changed, the verdict is chosen from a list, and a hidden column says what a row is of.
 */
public final class ReportSheet {

    /** Columns from this one on are filled in by the unit; before it stands what is asked. */
    public static final int FIRST_ANSWER = 3;

    private static final int[] TEXT_WIDTHS = {6, 24, 22, 12, 44, 24, 24, 4};
    private static final int[] VALUE_WIDTHS = {6, 40, 30, 14, 12, 14, 14, 4};

    /** Room for some lines of an answer; who writes more draws the row higher. */
    private static final float TEXT_ROW = 82;

    /** Room for the two or three lines that say whose sheet it is, of what, and until when. */
    private static final float HEADING = 64;

    private ReportSheet() {}

    /**
     * The words of the workbook; a header has a word for each column, the hidden one last.
     *
     * @param values name of the sheet with the values of indicators
     */
    public record Words(
            String title,
            String hint,
            List<String> header,
            List<String> verdicts,
            String values,
            String valuesHint,
            List<String> valuesHeader) {}

    /**
     * A row with a text for each column of its header.
     *
     * @param toFill columns that the unit fills in
     */
    public record Line(List<String> texts, Set<Integer> toFill) {}

    /** Without values their sheet is left out. */
    public static byte[] write(Words words, List<Line> texts, List<Line> values) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet(words.title());
            fill(sheet, words.hint(), words.header(), texts, TEXT_WIDTHS, "@");
            for (int row = 2; row <= sheet.getLastRowNum(); row++) {
                sheet.getRow(row).setHeightInPoints(TEXT_ROW);
            }
            var helper = sheet.getDataValidationHelper();
            check(sheet, helper.createExplicitListConstraint(words.verdicts().toArray(String[]::new)));
            if (!values.isEmpty()) {
                XSSFSheet numbers = workbook.createSheet(words.values());
                fill(numbers, words.valuesHint(), words.valuesHeader(), values, VALUE_WIDTHS, "General");
                check(
                        numbers,
                        helper.createNumericConstraint(
                                ValidationType.DECIMAL, OperatorType.BETWEEN, "-1E+15", "1E+15"));
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param format of the cells to be filled in */
    private static void fill(
            XSSFSheet sheet, String hint, List<String> header, List<Line> lines, int[] widths, String format) {
        XSSFWorkbook workbook = sheet.getWorkbook();
        CellStyle asked = style(workbook, true, "@");
        CellStyle answer = style(workbook, false, format);
        CellStyle head = style(workbook, true, "@");
        Font bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        CellStyle heading = workbook.createCellStyle();
        heading.setWrapText(true);
        heading.setVerticalAlignment(VerticalAlignment.CENTER);
        Row first = sheet.createRow(0);
        first.setHeightInPoints(HEADING);
        first.createCell(0).setCellStyle(heading);
        first.getCell(0).setCellValue(hint);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, header.size() - 2));
        row(sheet, 1, header, column -> head);
        for (Line line : lines) {
            row(
                    sheet,
                    sheet.getLastRowNum() + 1,
                    line.texts(),
                    column -> line.toFill().contains(column) ? answer : asked);
        }
        for (int column = 0; column < header.size(); column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        sheet.setColumnHidden(header.size() - 1, true);
        sheet.createFreezePane(2, 2);
        sheet.protectSheet("");
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(1, 1, -1, -1));
        sheet.getFooter().setCenter("&P / &N");
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

    /** Has the first answer of every row checked as it is entered. */
    private static void check(XSSFSheet sheet, DataValidationConstraint constraint) {
        if (sheet.getLastRowNum() < 2) {
            return;
        }
        DataValidation validation = sheet.getDataValidationHelper()
                .createValidation(
                        constraint, new CellRangeAddressList(2, sheet.getLastRowNum(), FIRST_ANSWER, FIRST_ANSWER));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    /** Texts stay texts, also those that look like formulas. */
    private static CellStyle style(XSSFWorkbook workbook, boolean asked, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        style.setLocked(asked);
        style.setQuotePrefixed(format.equals("@"));
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
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
