package org.supervision.tables.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.supervision.tables.write.Grid.Cell;

/** Writes a ledger as a workbook that prints on A4 landscape. */
final class XlsxWriter implements LedgerWriter {

    @Override
    public void write(Ledger ledger, OutputStream file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new Sheet(workbook, LedgerLayouts.draw(ledger)).fill();
            workbook.write(file);
        }
    }

    /** The one sheet of a workbook while it is filled. */
    private static final class Sheet {

        private static final String FONT = "SimSun";

        /** Of A4 landscape inside the margins, in the pixels columns are counted in, a twentieth left free. */
        private static final int PAGE_WIDTH = 940;

        /** In points, likewise. */
        private static final int PAGE_HEIGHT = 465;

        /** Readers take this for an escaped character. */
        private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

        private final Grid grid;
        private final XSSFWorkbook workbook;
        private final XSSFSheet sheet;
        private final CellStyle text;
        private final CellStyle centred;
        private final CellStyle quotedText;
        private final CellStyle quotedCentred;
        private final int lastColumn;
        private int next;

        /** Points of the page that are taken, counted in the sheet's own measure. */
        private float taken;

        private float head;

        private Sheet(XSSFWorkbook workbook, Grid grid) {
            this.grid = grid;
            this.workbook = workbook;
            this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(grid.title()));
            this.lastColumn = grid.widths().size() - 1;
            this.text = bordered(HorizontalAlignment.LEFT, false);
            this.centred = bordered(HorizontalAlignment.CENTER, false);
            this.quotedText = quoted(HorizontalAlignment.LEFT);
            this.quotedCentred = quoted(HorizontalAlignment.CENTER);
        }

        private void fill() {
            acrossAll(grid.title(), style(16, true, HorizontalAlignment.CENTER));
            grid.notes().forEach(note -> acrossAll(note, style(10, false, HorizontalAlignment.LEFT)));
            int header = next;
            header();
            layOut(header);
            for (int row = 0; row < next; row++) {
                taken += sheet.getRow(row).getHeightInPoints();
                head += row < header ? 0 : sheet.getRow(row).getHeightInPoints();
            }
            boolean severalRows = grid.body().stream().anyMatch(rows -> rows.size() > 1);
            grid.body().forEach(rows -> keyTask(rows, severalRows));
        }

        private void acrossAll(String value, CellStyle style) {
            Row row = sheet.createRow(next);
            row.setHeightInPoints(30);
            org.apache.poi.ss.usermodel.Cell cell = row.createCell(0);
            cell.setCellStyle(style);
            cell.setCellValue(literal(value));
            merge(next, 1, 0, lastColumn + 1);
            next++;
        }

        private void header() {
            CellStyle style = bordered(HorizontalAlignment.CENTER, true);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            List<List<Cell>> rows = grid.header();
            List<Float> heights = RowHeights.of(grid.widths(), rows);
            for (int line = 0; line < rows.size(); line++) {
                Row row = sheet.createRow(next + line);
                row.setHeightInPoints(heights.get(line));
                for (int column = 0; column <= lastColumn; column++) {
                    Cell cell = rows.get(line).get(column);
                    org.apache.poi.ss.usermodel.Cell place = row.createCell(column);
                    place.setCellStyle(style);
                    if (cell.isOwn()) {
                        place.setCellValue(cell.text());
                        merge(
                                next + line,
                                Grid.rowSpan(rows, line, column),
                                column,
                                Grid.columnSpan(rows.get(line), column));
                    }
                }
            }
            next += rows.size();
        }

        /**
         * Its rows; where a text is longer than a cell can be it goes on in a further one, the others reach over that; where
         * it is higher than a row can be, all of them reach over as many rows as it takes.
         *
         * @param severalRows whether key tasks of this table have; a single row is kept on one page by every spreadsheet
         */
        private void keyTask(List<List<Cell>> rows, boolean severalRows) {
            List<List<List<String>>> pieces = rows.stream()
                    .map(row -> row.stream()
                            .map(cell -> CellPieces.of(cell.paragraphs()))
                            .toList())
                    .toList();
            List<Float> heights = RowHeights.of(grid.widths(), rows);
            if (severalRows) {
                startPage(heights.stream().reduce(0f, Float::sum));
            }
            int[] first = new int[rows.size() + 1];
            first[0] = next;
            for (int line = 0; line < rows.size(); line++) {
                int needed =
                        pieces.get(line).stream().mapToInt(List::size).max().orElseThrow();
                first[line + 1] =
                        first[line] + (needed > 1 ? needed : (int) Math.ceil(heights.get(line) / RowHeights.HIGHEST));
            }
            for (int row = next; row < first[rows.size()]; row++) {
                Row created = sheet.createRow(row);
                for (int column = 0; column <= lastColumn; column++) {
                    created.createCell(column).setCellStyle(text);
                }
            }
            for (int line = 0; line < rows.size(); line++) {
                for (int column = 0; column <= lastColumn; column++) {
                    Cell cell = rows.get(line).get(column);
                    if (cell.isOwn()) {
                        int end = first[line + Grid.rowSpan(rows, line, column)];
                        put(first[line], end, column, cell, pieces.get(line).get(column));
                    }
                }
            }
            for (int line = 0; line < rows.size(); line++) {
                float height = Math.min(RowHeights.HIGHEST, heights.get(line) / (first[line + 1] - first[line]));
                for (int row = first[line]; row < first[line + 1]; row++) {
                    sheet.getRow(row).setHeightInPoints(height);
                    taken += height;
                }
            }
            next = first[rows.size()];
        }

        /** The rows of a key task are printed on one page, except those that no page has room for. */
        private void startPage(float height) {
            float page = PAGE_HEIGHT * 100 / scale();
            if (taken + height > page && taken > head) {
                sheet.setRowBreak(next - 1);
                taken = head;
            }
            taken = height > page ? (taken + height) % page - height : taken;
        }

        /** Per cent, so that all columns stand on one page. */
        private int scale() {
            int width =
                    grid.widths().stream().mapToInt(column -> column * 7 + 5).sum();
            return Math.min(100, PAGE_WIDTH * 100 / width);
        }

        private void put(int row, int end, int column, Cell cell, List<String> pieces) {
            for (int i = 0; i < pieces.size(); i++) {
                org.apache.poi.ss.usermodel.Cell place = sheet.getRow(row + i).getCell(column);
                String value = pieces.get(i);
                boolean looksLikeFormula = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0;
                place.setCellStyle(
                        looksLikeFormula
                                ? cell.centred() ? quotedCentred : quotedText
                                : cell.centred() ? centred : text);
                place.setCellValue(literal(value));
            }
            if (pieces.size() == 1) {
                merge(row, end - row, column, 1);
            }
        }

        private void merge(int row, int rows, int column, int columns) {
            if (rows * columns > 1) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row + rows - 1, column, column + columns - 1));
            }
        }

        private static String literal(String value) {
            return ESCAPE.matcher(value).replaceAll("_x005F_");
        }

        private void layOut(int header) {
            for (int column = 0; column <= lastColumn; column++) {
                sheet.setColumnWidth(column, grid.widths().get(column) * 256);
            }
            sheet.createFreezePane(0, next);
            sheet.setRepeatingRows(new CellRangeAddress(header, next - 1, -1, -1));
            sheet.setFitToPage(true);
            PrintSetup print = sheet.getPrintSetup();
            print.setLandscape(true);
            print.setPaperSize(PrintSetup.A4_PAPERSIZE);
            print.setFitWidth((short) 1);
            print.setFitHeight((short) 0);
            sheet.getFooter().setCenter("&P / &N");
        }

        /** A text that looks like a formula stays a text, also when somebody edits the cell. */
        private CellStyle quoted(HorizontalAlignment alignment) {
            CellStyle style = bordered(alignment, false);
            style.setQuotePrefixed(true);
            return style;
        }

        private CellStyle bordered(HorizontalAlignment alignment, boolean bold) {
            CellStyle style = style(10, bold, alignment);
            style.setIndention((short) (alignment == HorizontalAlignment.LEFT ? 1 : 0));
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            return style;
        }

        private CellStyle style(int points, boolean bold, HorizontalAlignment alignment) {
            Font font = workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) points);
            font.setBold(bold);
            CellStyle style = workbook.createCellStyle();
            style.setFont(font);
            style.setWrapText(true);
            style.setAlignment(alignment);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            return style;
        }
    }
}
