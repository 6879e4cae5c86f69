package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.web.util.HtmlUtils;
import org.supervision.shared.CsvCells;
import org.supervision.tables.read.Texts;

/** A plain table of any length, written row by row as it is read. */
public abstract class RegisterDocument {

    private RegisterDocument() {}

    /** @param format workbook, comma-separated values or page */
    public static RegisterDocument begin(LedgerFormat format, String title, List<String> header) {
        try {
            RegisterDocument document =
                    switch (format) {
                        case XLSX -> new Workbook(title);
                        case CSV -> new Csv();
                        case HTML -> new Html(title);
                        case DOCX, JSON -> throw new IllegalArgumentException(format.name());
                    };
            document.head(header);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row with a text for each column; what looks like a formula stays a text. */
    public final void row(List<String> texts) {
        try {
            body(texts.stream().map(RegisterDocument::visible).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's bytes. */
    public final byte[] end() {
        try {
            return bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines stay; what cannot be seen and what no format carries is left out. */
    private static String visible(String text) {
        return String.join("\n", Texts.paragraphs(List.of(text)));
    }

    abstract void head(List<String> header) throws IOException;

    abstract void body(List<String> texts) throws IOException;

    abstract byte[] bytes() throws IOException;

    /** Keeps some rows in memory at a time: the first to see how wide the columns must be. */
    private static final class Workbook extends RegisterDocument {

        private static final int LOOKED_AT = 200;
        private static final int LONGEST_CELL = 32_000;
        private static final int NARROWEST = 6;
        private static final int WIDEST = 66;

        /** As many characters stand on a page without being too small to read. */
        private static final int PAGE = 170;

        private final SXSSFWorkbook workbook = new SXSSFWorkbook(LOOKED_AT);
        private final SXSSFSheet sheet;
        private final CellStyle text = style(false);
        private final CellStyle bold = style(true);
        private final List<List<String>> first = new ArrayList<>();
        private List<Integer> widths = List.of();
        private int next;

        private Workbook(String title) {
            sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(title));
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.getPrintSetup().setLandscape(true);
            sheet.getHeader().setCenter(title);
            sheet.getFooter().setCenter("&P / &N");
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            sheet.createFreezePane(0, 1);
            sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        }

        private CellStyle style(boolean heading) {
            CellStyle style = workbook.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
            style.setQuotePrefixed(true);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            if (heading) {
                Font font = workbook.createFont();
                font.setBold(true);
                style.setFont(font);
            }
            return style;
        }

        @Override
        void head(List<String> header) {
            first.add(header);
        }

        @Override
        void body(List<String> texts) {
            if (widths.isEmpty()) {
                first.add(texts);
                if (first.size() == LOOKED_AT) {
                    writeFirst();
                }
            } else {
                write(texts);
            }
        }

        private void writeFirst() {
            widths = IntStream.range(0, first.get(0).size())
                    .map(column -> first.stream()
                            .flatMap(row -> row.get(column).lines())
                            .mapToInt(RowHeights::columns)
                            .max()
                            .orElse(0))
                    .mapToObj(widest -> Math.max(NARROWEST, Math.min(WIDEST, widest + 4)))
                    .toList();
            for (int most = WIDEST; most > 2 * NARROWEST && sum(widths) > PAGE; most -= 2) {
                int cap = most;
                widths = widths.stream().map(width -> Math.min(width, cap)).toList();
            }
            for (int column = 0; column < widths.size(); column++) {
                sheet.setColumnWidth(column, widths.get(column) * 256);
            }
            first.forEach(this::write);
        }

        private static int sum(List<Integer> widths) {
            return widths.stream().mapToInt(Integer::intValue).sum();
        }

        private void write(List<String> texts) {
            Row row = sheet.createRow(next++);
            row.setHeightInPoints(RowHeights.ofTexts(widths, texts));
            for (int column = 0; column < texts.size(); column++) {
                Cell cell = row.createCell(column);
                cell.setCellStyle(row.getRowNum() == 0 ? bold : text);
                String value = texts.get(column);
                cell.setCellValue(value.length() > LONGEST_CELL ? value.substring(0, LONGEST_CELL) : value);
            }
        }

        @Override
        byte[] bytes() throws IOException {
            if (widths.isEmpty()) {
                writeFirst();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            workbook.close();
            return bytes.toByteArray();
        }
    }

    /** With the mark that tells spreadsheets the encoding. */
    private static final class Csv extends RegisterDocument {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CSVPrinter printer;

        private Csv() throws IOException {
            OutputStreamWriter text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            printer = new CSVPrinter(text, CSVFormat.EXCEL);
        }

        @Override
        void head(List<String> header) throws IOException {
            printer.printRecord(header);
        }

        @Override
        void body(List<String> texts) throws IOException {
            printer.printRecord(texts.stream().map(CsvCells::shielded).toList());
        }

        @Override
        byte[] bytes() throws IOException {
            printer.close();
            return bytes.toByteArray();
        }
    }

    /** A page that needs nothing beside it. */
    private static final class Html extends RegisterDocument {

        private final StringBuilder page = new StringBuilder();

        private Html(String title) {
            String safe = HtmlUtils.htmlEscape(title);
            page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
                    .append(safe)
                    .append("</title><style>body{font-family:SimSun,serif;margin:2em}table{border-collapse:collapse}")
                    .append("td,th{border:1px solid #888;padding:4px 8px;text-align:left;vertical-align:top}")
                    .append("</style></head><body><h1>")
                    .append(safe)
                    .append("</h1><table>\n");
        }

        @Override
        void head(List<String> header) {
            row("th", header);
        }

        @Override
        void body(List<String> texts) {
            row("td", texts);
        }

        private void row(String tag, List<String> texts) {
            page.append("<tr>");
            texts.forEach(text -> page.append('<')
                    .append(tag)
                    .append('>')
                    .append(HtmlUtils.htmlEscape(text).replace("\n", "<br>"))
                    .append("</")
                    .append(tag)
                    .append('>'));
            page.append("</tr>\n");
        }

        @Override
        byte[] bytes() {
            return page.append("</table></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
