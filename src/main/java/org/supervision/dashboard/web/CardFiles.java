package org.supervision.dashboard.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.supervision.dashboard.web.Card.Cell;
import org.supervision.dashboard.web.Card.Column;
import org.supervision.dashboard.web.Card.Row;
import org.supervision.shared.CsvCells;
import org.supervision.shared.DomainException;

/** The table of a card as a file: numbers as numbers, with what they are about above and how they are counted below. */
@Component
class CardFiles {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @param about what the whole page is about */
    ResponseEntity<byte[]> of(List<Card> cards, String id, String format, String about) {
        Card card = cards.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound(id));
        try {
            return switch (format) {
                case "xlsx" -> file(card, format, XLSX, workbook(card, about));
                case "csv" -> file(card, format, "text/csv;charset=UTF-8", text(card, about));
                default -> throw DomainException.notFound(format);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseEntity<byte[]> file(Card card, String format, String type, byte[] content) {
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(card.title() + "." + format, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(content);
    }

    private static byte[] text(Card card, String about) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        try (CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL)) {
            printer.printRecord(CsvCells.shielded(card.title()), CsvCells.shielded(about));
            printer.printRecord(card.columns().stream()
                    .map(Column::text)
                    .map(CsvCells::shielded)
                    .toList());
            for (Row row : card.rows()) {
                printer.printRecord(row.cells().stream()
                        .map(cell -> cell.value() == null ? CsvCells.shielded(words(cell)) : number(cell.value()))
                        .toList());
            }
            printer.printRecord(CsvCells.shielded(card.terms()));
        }
        return bytes.toByteArray();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String words(Cell cell) {
        return cell.note() == null ? cell.text() : cell.text() + " " + cell.note();
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    private static byte[] workbook(Card card, String about) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(card.title()));
            CellStyle bold = workbook.createCellStyle();
            Font font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            CellStyle quoted = workbook.createCellStyle();
            quoted.setQuotePrefixed(true);
            CellStyle share = workbook.createCellStyle();
            share.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            sheet.createRow(0).createCell(0).setCellValue(card.title());
            sheet.getRow(0).getCell(0).setCellStyle(bold);
            sheet.createRow(1).createCell(0).setCellValue(about);
            XSSFRow header = sheet.createRow(2);
            for (int column = 0; column < card.columns().size(); column++) {
                header.createCell(column)
                        .setCellValue(card.columns().get(column).text());
                header.getCell(column).setCellStyle(bold);
                sheet.setColumnWidth(column, (column == 0 ? 28 : 12) * 256);
            }
            for (Row row : card.rows()) {
                XSSFRow line = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int column = 0; column < row.cells().size(); column++) {
                    Cell cell = row.cells().get(column);
                    var place = line.createCell(column);
                    if (cell.value() == null) {
                        place.setCellValue(words(cell));
                        if (looksLikeFormula(words(cell))) {
                            place.setCellStyle(quoted);
                        }
                    } else {
                        place.setCellValue(cell.value());
                        if (cell.text().endsWith("%")) {
                            place.setCellStyle(share);
                        }
                    }
                }
            }
            sheet.createRow(sheet.getLastRowNum() + 1).createCell(0).setCellValue(card.terms());
            sheet.createFreezePane(1, 3);
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.getPrintSetup().setLandscape(true);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }
}
