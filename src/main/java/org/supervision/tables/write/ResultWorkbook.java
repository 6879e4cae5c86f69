package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.supervision.reporting.ResultTable;

/** Writes a result table as a workbook that prints on A4 landscape and can be imported again without a difference. */
public final class ResultWorkbook {

    /** In characters: number, goal, units, progress. */
    private static final List<Integer> WIDTHS = List.of(6, 40, 20, 76);

    private static final int VERDICT_WIDTH = 14;
    private static final int ADJUSTED_WIDTH = 40;

    private static final String FONT = "SimSun";
    private static final int TITLE = 0;
    private static final int SUMMARY = 1;
    private static final int HEADER = 2;
    private static final int PROGRESS = 3;

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final CellStyle text;
    private final CellStyle quotedText;
    private final CellStyle centred;

    private final ResultTable table;
    private final int lastColumn;

    private ResultWorkbook(XSSFWorkbook workbook, ResultTable table) {
        this.workbook = workbook;
        this.table = table;
        this.lastColumn = table.header().size() - 1;
        this.sheet = workbook.createSheet(table.header().get(PROGRESS));
        this.text = style(10, false, HorizontalAlignment.LEFT, VerticalAlignment.TOP);
        this.quotedText = style(10, false, HorizontalAlignment.LEFT, VerticalAlignment.TOP);
        this.centred = style(10, false, HorizontalAlignment.CENTER, VerticalAlignment.TOP);
        for (CellStyle bordered : List.of(text, quotedText, centred)) {
            border(bordered);
        }
        quotedText.setQuotePrefixed(true);
    }

    /** The file's bytes. */
    public static byte[] write(ResultTable table) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new ResultWorkbook(workbook, table).fill();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        CellStyle title = style(16, true, HorizontalAlignment.CENTER, VerticalAlignment.CENTER);
        acrossAll(TITLE, table.title(), title, 30);
        CellStyle summary = style(10, false, HorizontalAlignment.LEFT, VerticalAlignment.CENTER);
        acrossAll(SUMMARY, table.summary(), summary, 30);
        header(table.header());
        table.lines().forEach(this::line);
        layOut();
    }

    private void acrossAll(int row, String value, CellStyle style, int points) {
        Row created = sheet.createRow(row);
        created.setHeightInPoints(points);
        Cell cell = created.createCell(0);
        cell.setCellStyle(style);
        cell.setCellValue(value);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
    }

    private void header(List<String> titles) {
        CellStyle style = style(10, true, HorizontalAlignment.CENTER, VerticalAlignment.CENTER);
        border(style);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        Row row = sheet.createRow(HEADER);
        for (int column = 0; column <= lastColumn; column++) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(style);
            cell.setCellValue(titles.get(column));
        }
    }

    /** One row, or several where a text is longer than a cell; the other cells are merged over them. */
    private void line(ResultTable.Line line) {
        int first = sheet.getLastRowNum() + 1;
        List<List<String>> columns = new ArrayList<>(
                List.of(List.of(line.goal()), CellPieces.of(line.units()), CellPieces.of(line.progress())));
        if (table.statesVerdicts()) {
            columns.add(List.of(line.verdict()));
        }
        if (table.isAdjusted()) {
            columns.add(CellPieces.of(line.adjustments()));
        }
        int rows = columns.stream().mapToInt(List::size).max().orElseThrow();
        for (int i = 0; i < rows; i++) {
            Row row = sheet.createRow(first + i);
            row.createCell(0).setCellStyle(centred);
            for (int column = 1; column <= lastColumn; column++) {
                List<String> pieces = columns.get(column - 1);
                put(row.createCell(column), i < pieces.size() ? pieces.get(i) : "");
            }
        }
        sheet.getRow(first).getCell(0).setCellValue(line.number());
        if (rows > 1) {
            merge(first, rows, 0);
            for (int column = 1; column <= lastColumn; column++) {
                if (columns.get(column - 1).size() == 1) {
                    merge(first, rows, column);
                }
            }
        }
    }

    private void merge(int first, int rows, int column) {
        sheet.addMergedRegion(new CellRangeAddress(first, first + rows - 1, column, column));
    }

    /** A text that looks like a formula stays a text, also when somebody edits the cell. */
    private void put(Cell cell, String value) {
        boolean looksLikeFormula = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0;
        cell.setCellStyle(looksLikeFormula ? quotedText : text);
        cell.setCellValue(value);
    }

    private void layOut() {
        List<Integer> widths = new ArrayList<>(WIDTHS);
        if (table.statesVerdicts()) {
            widths.add(VERDICT_WIDTH);
        }
        if (table.isAdjusted()) {
            widths.add(ADJUSTED_WIDTH);
        }
        for (int column = 0; column <= lastColumn; column++) {
            sheet.setColumnWidth(column, widths.get(column) * 256);
        }
        sheet.createFreezePane(0, HEADER + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER, HEADER, -1, -1));
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setCenter("&P / &N");
    }

    private CellStyle style(int points, boolean bold, HorizontalAlignment horizontal, VerticalAlignment vertical) {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setAlignment(horizontal);
        style.setVerticalAlignment(vertical);
        return style;
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}
