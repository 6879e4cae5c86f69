package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A blank roster: heads, lists to choose unit and post from, cells that keep telephone numbers as texts. */
public final class RosterTemplate {

    private static final int HEADS = 2;
    private static final int ROWS = 300;
    private static final float ROW = 20;
    private static final float HEADING = 30;
    private static final int UNIT = 1;
    private static final int POST = 2;
    private static final int[] WIDTHS = {12, 30, 16, 18, 18, 18, 28};

    private RosterTemplate() {}

    /**
     * Its words.
     *
     * @param unitsSheet name of the sheet that lists the units
     * @param heads a text for each column
     */
    public record Words(String title, String hint, String unitsSheet, List<String> heads, List<String> posts) {}

    public static byte[] write(Words words, List<String> units) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet(words.title());
            sheet.setDefaultRowHeightInPoints(ROW);
            int last = words.heads().size() - 1;
            across(sheet, 0, last, words.title(), plain(workbook, 16, true));
            sheet.getRow(0).setHeightInPoints(HEADING);
            across(sheet, 1, last, words.hint(), plain(workbook, 10, false));
            sheet.getRow(1).setHeightInPoints(HEADING);
            fill(sheet.createRow(HEADS), words.heads(), head(workbook));
            sheet.getRow(HEADS).setHeightInPoints(ROW);
            CellStyle blank = bordered(workbook);
            for (int row = HEADS + 1; row <= HEADS + ROWS; row++) {
                fill(
                        sheet.createRow(row),
                        words.heads().stream().map(head -> "").toList(),
                        blank);
            }
            for (int column = 0; column <= last; column++) {
                sheet.setColumnWidth(column, WIDTHS[column] * 256);
            }
            choose(
                    sheet,
                    POST,
                    sheet.getDataValidationHelper()
                            .createExplicitListConstraint(words.posts().toArray(String[]::new)));
            listUnits(workbook, sheet, words.unitsSheet(), units);
            layOut(sheet, last);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void listUnits(XSSFWorkbook workbook, XSSFSheet sheet, String name, List<String> units) {
        if (units.isEmpty()) {
            return;
        }
        XSSFSheet list = workbook.createSheet(name);
        for (String unit : units) {
            list.createRow(list.getPhysicalNumberOfRows()).createCell(0).setCellValue(unit);
        }
        list.setColumnWidth(0, WIDTHS[UNIT] * 256);
        choose(
                sheet,
                UNIT,
                sheet.getDataValidationHelper()
                        .createFormulaListConstraint("'%s'!$A$1:$A$%d".formatted(name, units.size())));
        workbook.setSheetHidden(1, true);
    }

    /** Others may be written, too: the preview asks about them. */
    private static void choose(XSSFSheet sheet, int column, DataValidationConstraint constraint) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation =
                helper.createValidation(constraint, new CellRangeAddressList(HEADS + 1, HEADS + ROWS, column, column));
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    private static void layOut(XSSFSheet sheet, int last) {
        sheet.createFreezePane(1, HEADS + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADS, HEADS, -1, -1));
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getWorkbook().setPrintArea(0, 0, last, 0, HEADS + 30);
        sheet.getFooter().setCenter("&P / &N");
    }

    private static void across(XSSFSheet sheet, int row, int last, String text, CellStyle style) {
        fill(sheet.createRow(row), List.of(text), style);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, last));
    }

    private static void fill(XSSFRow row, List<String> texts, CellStyle style) {
        for (String text : texts) {
            var cell = row.createCell(Math.max(row.getLastCellNum(), 0));
            cell.setCellStyle(style);
            if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        }
    }

    private static CellStyle plain(XSSFWorkbook workbook, int points, boolean bold) {
        Font font = workbook.createFont();
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static CellStyle head(XSSFWorkbook workbook) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = bordered(workbook);
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle bordered(XSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
