package org.supervision.tables.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.reporting.PublishedState;
import org.supervision.reporting.ResultTable;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.ReadTable;
import org.supervision.tables.read.TableReader;

/** The workbook of a result table: how it is laid out, and that it says the same when it is read again. */
class ResultWorkbookTests {

    @Test
    void isLaidOutForReadingAndForPaper() throws IOException {
        try (XSSFWorkbook workbook = open(table(line(1, List.of("市水利局", "市财政局"), List.of("已开工。", "已封顶。"))))) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("2031年一季度重点工作任务完成情况");
            assertThat(sheet.getMergedRegions())
                    .extracting(Object::toString)
                    .anyMatch(region -> region.contains("A1:D1"));
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith("本季有安排 1 项");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
            assertThat(sheet.getColumnWidth(3)).isGreaterThan(sheet.getColumnWidth(1));
            Cell units = sheet.getRow(3).getCell(2);
            assertThat(units.getStringCellValue()).isEqualTo("市水利局\n市财政局");
            assertThat(units.getCellStyle().getWrapText()).isTrue();
            assertThat(sheet.getRow(3).getCell(0).getNumericCellValue()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8.5%", "-3.1%", "@SUM(A1)"})
    void aTextThatLooksLikeAFormulaStaysText(String text) throws IOException {
        ResultTable table = table(line(1, List.of("市水利局"), List.of(text)));

        try (XSSFWorkbook workbook = open(table)) {
            Cell cell = workbook.getSheetAt(0).getRow(3).getCell(3);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
        assertThat(read(table).rows().get(0).values().progress()).containsExactly(text);
    }

    @Test
    void aTextLongerThanACellGoesOnInTheNextRow() throws IOException {
        Random random = new Random(7);
        List<String> paragraphs = IntStream.range(0, 90)
                .mapToObj(i -> "第" + i + "段：" + han(random, 800) + "。")
                .toList();
        ResultTable table =
                table(line(1, List.of("市水利局", "市财政局"), paragraphs), line(2, List.of("市林业局"), List.of("完成。")));
        assertThat(String.join("\n", paragraphs)).hasSizeGreaterThan(2 * CellPieces.MOST_CHARACTERS);

        try (XSSFWorkbook workbook = open(table)) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(6);
        }
        ReadTable read = read(table);
        assertThat(read.rows()).extracting(row -> row.values().number()).containsExactly(1, 2);
        assertThat(read.rows().get(0).values().progress()).isEqualTo(paragraphs);
        assertThat(read.rows().get(0).values().goal()).isEqualTo("修建水库");
        assertThat(read.rows().get(0).values().supportingUnits()).containsExactly("市财政局");
    }

    @Test
    void aParagraphLongerThanACellIsCutAndNothingIsLost() {
        String paragraph = "\uD840\uDC00" + "验".repeat(CellPieces.MOST_CHARACTERS) + "\uD840\uDC00";

        List<String> pieces = CellPieces.of(List.of("一", paragraph, "二"));

        assertThat(pieces).allMatch(piece -> piece.length() <= CellPieces.MOST_CHARACTERS);
        assertThat(String.join("", pieces).replace("\n", "")).isEqualTo("一" + paragraph + "二");
        assertThat(CellPieces.of(List.of())).containsExactly("");
    }

    @Test
    void isReadAgainAsTheSameTable() {
        ResultTable table = table(
                line(3, List.of("市水利局", "市机场(空港)公司"), List.of("1.已开工。", "2.已封顶。")),
                line(12, List.of("团市委"), List.of("未报送")));

        ReadTable read = read(table);

        assertThat(read.layout()).isEqualTo(Layout.RESULT_LIST);
        assertThat(read.year()).isEqualTo(2031);
        assertThat(read.quarter()).isEqualTo(1);
        assertThat(read.problems()).isEmpty();
        assertThat(read.rows()).extracting(row -> row.values().number()).containsExactly(3, 12);
        assertThat(read.rows()).extracting(row -> row.values().leadUnit()).containsExactly("市水利局", "团市委");
        assertThat(read.rows())
                .extracting(row -> row.values().progress())
                .containsExactly(List.of("1.已开工。", "2.已封顶。"), List.of("未报送"));
    }

    @Test
    void verdictsStandInAColumnOfTheirOwn() throws IOException {
        ResultTable plain = table(line(3, List.of("市水利局"), List.of("已开工。")));
        ResultTable table = new ResultTable(
                plain.title(),
                plain.summary(),
                Stream.concat(plain.header().stream(), Stream.of("督查室结论")).toList(),
                plain.lines());

        try (XSSFWorkbook workbook = open(table)) {
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(4).getStringCellValue())
                    .isEqualTo("督查室结论");
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(4).getStringCellValue())
                    .isEqualTo("按序时推进");
        }
        assertThat(read(table).problems()).isEmpty();
        assertThat(read(table).rows().get(0).values())
                .isEqualTo(read(plain).rows().get(0).values());
    }

    /** Characters that do not shrink to nothing when zipped. */
    private static String han(Random random, int length) {
        return random.ints(length, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ResultTable table(ResultTable.Line... lines) {
        return new ResultTable(
                "2031年一季度重点工作任务完成情况",
                "本季有安排 " + lines.length + " 项：未报送 0 项。2031年4月20日由政府督查室公布。",
                List.of("序号", "目标与任务", "牵头责任单位", "一季度工作进展"),
                List.of(lines));
    }

    private static ResultTable.Line line(int number, List<String> units, List<String> progress) {
        return new ResultTable.Line(number, "修建水库", units, progress, PublishedState.ON_SCHEDULE, "按序时推进", List.of());
    }

    private static XSSFWorkbook open(ResultTable table) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(ResultWorkbook.write(table)));
    }

    private static ReadTable read(ResultTable table) {
        try {
            return new TableReader(UnitDirectory.EMPTY).read(new ByteArrayInputStream(ResultWorkbook.write(table)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
