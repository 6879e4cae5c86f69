package org.supervision.tables.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.reporting.Verdict;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.ReadTable;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.TableReader;
import org.supervision.tables.read.TableRow;
import org.supervision.tables.write.Ledger.LedgerRow;

/** Ledgers as workbooks: how they are laid out, and that they say the same when they are read again. */
class XlsxWriterTests {

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
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8.5%", "-3.1%", "@SUM(A1)"})
    void aTextThatLooksLikeAFormulaStaysText(String text) throws IOException {
        Ledger table = table(line(1, List.of("市水利局"), List.of(text)));

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
        Ledger table = table(line(1, List.of("市水利局", "市财政局"), paragraphs), line(2, List.of("市林业局"), List.of("完成。")));
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
        Ledger table = table(
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
    void verdictsStandInAColumnOfTheirOwnAndAreRead() throws IOException {
        Ledger table = table(
                line(3, List.of("市水利局"), List.of("已开工。"), Verdict.ON_SCHEDULE),
                line(4, List.of("市林业局"), List.of("已造林。")),
                line(5, List.of("市商务局"), List.of("未报送")));

        try (XSSFWorkbook workbook = open(table)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).isEqualTo("督查室结论");
            assertThat(IntStream.rangeClosed(3, 5)
                            .mapToObj(row -> sheet.getRow(row).getCell(4).getStringCellValue()))
                    .containsExactly("按序时推进", "未注明结论", "未报送");
        }
        assertThat(read(table).problems()).isEmpty();
        assertThat(read(table).rows())
                .extracting(row -> row.values().verdict())
                .containsExactly(Verdict.ON_SCHEDULE, null, null);
    }

    @Test
    void aPlanTakesTwoRowsForEachKeyTaskLikeTheTablesOfCities() throws IOException {
        Ledger plan = plan(
                new PlannedQuarter(1, "完成选址", List.of("1. 现场踏勘。", "2. 报批。")), new PlannedQuarter(3, "开工", List.of()));

        try (XSSFWorkbook workbook = open(plan)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(texts(sheet, 1))
                    .containsExactly("序号", "目标任务", "责任分工", "监督方式", "季度类别", "第一季度", "第二季度", "第三季度", "第四季度");
            assertThat(texts(sheet, 2))
                    .containsExactly("1", "修建水库", "市水利局\n市财政局\n【规划科】", "", "进度安排", "完成选址", "", "开工", "");
            assertThat(texts(sheet, 3)).containsExactly("", "", "", "", "施工图", "1. 现场踏勘。\n2. 报批。", "", "", "");
            assertThat(sheet.getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .contains("A1:I1", "A3:A4", "B3:B4", "C3:C4", "D3:D4");
            assertThat(sheet.getRow(3).getHeightInPoints()).isGreaterThan(20);
        }
    }

    @Test
    void aPlanWhoseStepsAreLongerThanACellIsReadWhole() {
        Random random = new Random(11);
        List<String> steps = IntStream.rangeClosed(1, 3)
                .mapToObj(step -> step + ". " + han(random, 19_000))
                .toList();

        List<PlannedQuarter> read = read(plan(
                        new PlannedQuarter(1, "完成选址", steps), new PlannedQuarter(2, "开工", List.of("招标"))))
                .rows()
                .get(0)
                .values()
                .quarters();

        assertThat(read).hasSize(2);
        assertThat(String.join("", read.get(0).actionSteps())).isEqualTo(String.join("", steps));
        assertThat(read.get(1).actionSteps()).containsExactly("招标");
    }

    @Test
    void aProgressLongerThanACellIsReadWholeBesideItsPlan() {
        Random random = new Random(13);
        List<String> progress = List.of(han(random, 20_000), han(random, 20_000));
        RowValues values = new RowValues(
                1,
                "修建水库",
                "市水利局",
                List.of(),
                null,
                null,
                List.of(new PlannedQuarter(2, "开工", List.of("招标"))),
                Verdict.DONE,
                progress);

        assertThat(read(new Ledger(
                                Layout.QUARTER_RESULT,
                                2031,
                                2,
                                "2031年二季度重点工作任务完成情况",
                                "",
                                List.of(new LedgerRow(values, List.of()))))
                        .rows())
                .singleElement()
                .extracting(TableRow::values)
                .isEqualTo(values);
    }

    @Test
    void aStepThatSaysAWordOfTheHeaderIsNoHeader() {
        List<PlannedQuarter> quarters = List.of(new PlannedQuarter(3, "开工", List.of("序号")));
        Ledger plan = plan(quarters.get(0));

        for (LedgerFormat format : LedgerFormat.values()) {
            assertThat(read(format, plan).rows().get(0).values().quarters())
                    .as(format.name())
                    .isEqualTo(quarters);
        }
    }

    @Test
    void aRowThatWouldOnlyHoldItsLabelIsLeftOut() throws IOException {
        try (XSSFWorkbook workbook = open(plan(new PlannedQuarter(2, "开工", List.of())))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(2);
        }
        try (XSSFWorkbook workbook = open(plan(new PlannedQuarter(2, "", List.of("招标"))))) {
            assertThat(texts(workbook.getSheetAt(0), 2)).contains("施工图", "招标");
        }
        try (XSSFWorkbook workbook = open(plan())) {
            assertThat(texts(workbook.getSheetAt(0), 2)).contains("进度安排");
        }
    }

    @Test
    void aTextHigherThanARowStandsInSeveralAndIsReadOnce() throws IOException {
        List<String> progress = List.of(han(new Random(17), 3_000));
        Ledger table = table(line(1, List.of("市水利局"), progress), line(2, List.of("市林业局"), List.of("完成。")));

        try (XSSFWorkbook workbook = open(table)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            CellRangeAddress place = sheet.getMergedRegions().stream()
                    .filter(region -> region.isInRange(3, 3))
                    .findFirst()
                    .orElseThrow();
            double height = IntStream.rangeClosed(place.getFirstRow(), place.getLastRow())
                    .mapToDouble(row -> sheet.getRow(row).getHeightInPoints())
                    .sum();
            assertThat(height).isGreaterThan(409);
            assertThat(sheet.getRow(place.getLastRow() + 1).getCell(0).getStringCellValue())
                    .isEqualTo("2");
        }
        assertThat(read(table).rows())
                .extracting(row -> row.values().progress())
                .containsExactly(progress, List.of("完成。"));
    }

    @Test
    void aPageNeverEndsInsideAKeyTaskItHasRoomFor() throws IOException {
        LedgerRow task = plan(new PlannedQuarter(1, "完成选址", List.of("1. 踏勘。", "2. 报批。", "3. 招标。")))
                .rows()
                .get(0);
        List<LedgerRow> tasks = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> new LedgerRow(
                        new RowValues(
                                number,
                                "修建水库",
                                "市水利局",
                                List.of(),
                                null,
                                null,
                                task.values().quarters(),
                                null,
                                List.of()),
                        List.of()))
                .toList();

        try (XSSFWorkbook workbook = open(new Ledger(Layout.PLAN_GRID, 2031, null, "2031年重点工作任务", "", tasks))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRowBreaks().length).isGreaterThan(2);
            for (int last : sheet.getRowBreaks()) {
                assertThat(sheet.getRow(last + 1).getCell(0).getStringCellValue())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whatReadersTakeForAnEscapedCharacterStaysAsItIs() {
        assertThat(read(table(line(1, List.of("市水利局"), List.of("编号_x0041_与_x005F_x0042_"))))
                        .rows()
                        .get(0)
                        .values()
                        .progress())
                .containsExactly("编号_x0041_与_x005F_x0042_");
    }

    private static List<String> texts(XSSFSheet sheet, int row) {
        return IntStream.range(0, 9)
                .mapToObj(column ->
                        new DataFormatter().formatCellValue(sheet.getRow(row).getCell(column)))
                .toList();
    }

    private static Ledger plan(PlannedQuarter... quarters) {
        RowValues values =
                new RowValues(1, "修建水库", "市水利局", List.of("市财政局"), "规划科", null, List.of(quarters), null, List.of());
        return new Ledger(Layout.PLAN_GRID, 2031, null, "2031年重点工作任务", "", List.of(new LedgerRow(values, List.of())));
    }

    /** Characters that do not shrink to nothing when zipped. */
    private static String han(Random random, int length) {
        return random.ints(length, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Ledger table(LedgerRow... rows) {
        return new Ledger(
                Layout.RESULT_LIST,
                2031,
                1,
                "2031年一季度重点工作任务完成情况",
                "本季有安排 " + rows.length + " 项：未报送 0 项。2031年4月20日由政府督查室公布。",
                List.of(rows));
    }

    private static LedgerRow line(int number, List<String> units, List<String> progress) {
        return line(number, units, progress, null);
    }

    private static LedgerRow line(int number, List<String> units, List<String> progress, @Nullable Verdict verdict) {
        return new LedgerRow(
                new RowValues(
                        number,
                        "修建水库",
                        units.get(0),
                        units.subList(1, units.size()),
                        null,
                        null,
                        List.of(),
                        verdict,
                        progress),
                List.of());
    }

    private static XSSFWorkbook open(Ledger table) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(LedgerFormat.XLSX.write(table)));
    }

    private static ReadTable read(Ledger table) {
        return read(LedgerFormat.XLSX, table);
    }

    private static ReadTable read(LedgerFormat format, Ledger table) {
        try {
            return new TableReader(UnitDirectory.EMPTY).read(new ByteArrayInputStream(format.write(table)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
