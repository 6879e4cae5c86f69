package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;

/** Numbers and dates of workbooks are read as an office program shows them. */
class NumberFormatTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            textBlock =
                    """
            47938        | yyyy"年"m"月"d"日"                      | 2031年3月31日
            47938        | yyyy"年"m"月"d"日";@                    | 2031年3月31日
            47938        | [$-804]yyyy"年"m"月"d"日";@             | 2031年3月31日
            47938        | yyyy\\年m\\月d\\日                      | 2031年3月31日
            47938        | yyyy年m月d日                            | 2031年3月31日
            47938        | "截至"m"月"d"日"                        | 截至3月31日
            47938.5      | yyyy"年"m"月"d"日" h"时"mm"分"          | 2031年3月31日 12时00分
            0.75         | 上午/下午h"时"mm"分"                    | 下午6时00分
            47938        | yyyy\\-mm\\-dd                          | 2031-03-31
            47938        | yyyy/m/d                                | 2031/3/31
            47938        | yyyy.mm                                 | 2031.03
            47938        | [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy   | 2031年3月31日
            47938        | aaaa                                    | 星期一
            1.5          | [h]:mm                                  | 36:00
            12           | General"台"                             | 12台
            12.5         | "共"General"台"                         | 共12.5台
            12           | 0"台"                                   | 12台
            -5           | 0"台"                                   | -5台
            -5           | 0"台";\\-0"台"                          | -5台
            5            | "共"0"人'次"                            | 共5人'次
            5            | #"#楼"                                  | 5#楼
            12345.6      | #,##0.00"万元"                          | 12,345.60万元
            123456       | 0\\.0,"万元"                            | 12.3万元
            1234567      | #,##0,"千元"                            | 1,235千元
            12345678     | 0000\\-0000                             | 1234-5678
            5            | [>3]"多"0;"少"0                         | 多5
            2            | [>3]"多"0;"少"0                         | 少2
            0            | 0;-0;"无"                               | 无
            1            | "√";"×";"/"                             | √
            0.856        | 0.0%                                    | 85.6%
            5.5          | # ?/?                                   | 5 1/2
            5            | [$￥-804]#,##0.00                       | ￥5.00
            -5           | 0.00_);[Red]\\(0.00\\)                  | (5.00)
            1            | _ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ | 1.00
            """)
    void aNumberIsReadAsItIsShown(double value, String code, String shown) throws IOException {
        for (ReadTable table : both(value, code)) {
            assertThat(table.rows()).singleElement().satisfies(row -> {
                assertThat(row.values().progress()).containsExactly(shown);
                assertThat(row.problems()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"14, 2031/3/31", "31, 2031年3月31日", "57, 2031年3月", "58, 3月31日"})
    void aFormatKnownByItsNumberIsThatOfAChineseOffice(short format, String shown) throws IOException {
        for (ReadTable table : both(47938, (workbook, style) -> style.setDataFormat(format))) {
            assertThat(table.rows().get(0).values().progress()).containsExactly(shown);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[DBNum1]General",
                "[DBNum2][$-804]General\"台\"",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
                "[$-411]ggge\"年\"m\"月\"",
                "e\"年\"m\"月\""
            })
    void aFormatThatCannotBeShownIsAskedAbout(String code) throws IOException {
        for (ReadTable table : both(47938, code)) {
            assertThat(table.rows().get(0).values().progress()).isEmpty();
            assertThat(table.problems())
                    .extracting(TableProblem::row, TableProblem::field, TableProblem::code, TableProblem::arguments)
                    .containsExactly(tuple(1, "progress", "cell-format-unread", List.of("47938", code)));
        }
    }

    private static List<ReadTable> both(double value, String code) throws IOException {
        return both(
                value,
                (workbook, style) ->
                        style.setDataFormat(workbook.createDataFormat().getFormat(code)));
    }

    /** The same table in the new and in the old format. */
    private static List<ReadTable> both(double value, BiConsumer<Workbook, CellStyle> format) throws IOException {
        List<ReadTable> tables = new ArrayList<>();
        for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            try (workbook;
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                Sheet sheet = workbook.createSheet();
                Workbooks.fill(sheet, "2031年二季度重点工作", "序号|目标任务|牵头单位|工作进展", "1|修建两座水库|市水利局");
                CellStyle style = workbook.createCellStyle();
                format.accept(workbook, style);
                Cell cell = sheet.getRow(2).createCell(3);
                cell.setCellValue(value);
                cell.setCellStyle(style);
                workbook.write(bytes);
                tables.add(new TableReader(UnitDirectory.EMPTY).read(new ByteArrayInputStream(bytes.toByteArray())));
            }
        }
        return tables;
    }
}
