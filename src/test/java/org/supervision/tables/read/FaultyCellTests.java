package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.supervision.identity.UnitDirectory;

/** Formulas without a result: nothing is stored for them, and somebody is asked. */
class FaultyCellTests {

    @Test
    void aFormulaThatWasNeverCalculatedOrFailedIsAskedAboutAtItsCell() throws IOException {
        ReadTable table = read(Workbooks.of(book -> fill(book.createSheet("表"))));

        assertThat(table.rows())
                .extracting(row -> row.values().progress().isEmpty())
                .containsExactly(true, false);
        assertThat(table.rows().get(1).values().leadUnit()).isNull();
        assertThat(table.newUnits()).containsExactly("市水利局");
        assertThat(table.problems())
                .extracting(TableProblem::row, TableProblem::field, TableProblem::code, TableProblem::source)
                .containsExactly(
                        tuple(1, "progress", "cell-faulty", "=B3"),
                        tuple(2, "leadUnit", "cell-faulty", "#REF!"),
                        tuple(2, "leadUnit", "lead-missing", ""));
        assertThat(table.problems().get(0).position()).isEqualTo(SourcePosition.cell("表", 3, 4));
    }

    @Test
    void aWorkbookInTheOldFormatIsTreatedTheSame() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            fill(workbook.createSheet("表"));
            workbook.write(bytes);

            assertThat(read(bytes.toByteArray()).rows().get(1).values().leadUnit())
                    .isNull();
        }
    }

    private static void fill(Sheet sheet) {
        Workbooks.fill(sheet, "2031年二季度重点工作", "序号|目标任务|牵头单位|工作进展", "1|修建两座水库|市水利局", "2|种树||已种");
        sheet.getRow(2).createCell(3).setCellFormula("B3");
        sheet.getRow(3).getCell(2).setCellErrorValue(FormulaError.REF.getCode());
    }

    private static ReadTable read(byte[] file) throws IOException {
        return new TableReader(UnitDirectory.EMPTY).read(new ByteArrayInputStream(file));
    }
}
