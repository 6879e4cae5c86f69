package org.supervision.tables.read;

import java.io.IOException;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads workbooks. */
final class XlsxReader implements DocumentReader {

    @Override
    public boolean reads(UploadedFile file) {
        return file.isOffice("spreadsheetml.sheet.main+xml");
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        try (Workbook workbook = new XSSFWorkbook(file.stream())) {
            return Sheets.read(workbook);
        }
    }
}
