package org.supervision.tables.read;

import java.io.IOException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;

/** Reads workbooks in the old binary format, from Excel 97 on. */
final class XlsReader implements DocumentReader {

    @Override
    public boolean reads(UploadedFile file) {
        return file.isCompound(CompoundFile.WORKBOOK);
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        try (Workbook workbook = new HSSFWorkbook(file.stream())) {
            return Sheets.read(workbook);
        }
    }
}
