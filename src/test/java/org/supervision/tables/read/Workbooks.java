package org.supervision.tables.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks made for a test. */
final class Workbooks {

    private static final LocalDateTime WRITTEN = LocalDateTime.of(2031, 4, 1, 9, 0);

    private Workbooks() {}

    /** A result list with one key task. */
    static byte[] resultList() {
        return of(workbook -> fill(workbook.createSheet(), "2031年二季度重点工作", "序号|目标任务|牵头单位|工作进展", "1|修建两座水库|市水利局|已开工"));
    }

    static byte[] of(Consumer<XSSFWorkbook> content) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one row per text, cells separated by {@code |}. */
    static void fill(Sheet sheet, String... rows) {
        for (String cells : rows) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            String[] texts = cells.split("\\|", -1);
            for (int i = 0; i < texts.length; i++) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }

    /** The same bytes in every run: without the time of writing. */
    static byte[] dateless(byte[] workbook) {
        return rewritten(
                workbook,
                parts -> parts.computeIfPresent(
                        "docProps/core.xml", (name, part) -> new String(part, StandardCharsets.UTF_8)
                                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:]+Z", "2031-04-01T09:00:00Z")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    /** The same zip with its text parts changed and parts added. */
    static byte[] rewritten(byte[] zip, Consumer<Map<String, byte[]>> change) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
            change.accept(parts);
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    ZipEntry entry = new ZipEntry(part.getKey());
                    entry.setTimeLocal(WRITTEN);
                    out.putNextEntry(entry);
                    out.write(part.getValue());
                    out.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] replace(byte[] part, String old, String with) {
        return new String(part, StandardCharsets.UTF_8).replace(old, with).getBytes(StandardCharsets.UTF_8);
    }
}
