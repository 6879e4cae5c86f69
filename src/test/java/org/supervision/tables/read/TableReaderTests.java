package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.RowValues.PlannedQuarter;

/** Formats and layouts on small tables made for the purpose. */
class TableReaderTests {

    private static final String LIST = "2031年二季度重点工作\n序号\t目标任务\t牵头单位\t工作进展\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
    void textOfEveryEncodingIsRead(String charset) {
        ReadTable table = read((LIST + "1\t修建两座水库\t市水利局\t已开工\n").getBytes(Charset.forName(charset)));

        assertThat(table.year()).isEqualTo(2031);
        assertThat(table.quarter()).isEqualTo(2);
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.values().number()).isEqualTo(1);
            assertThat(row.values().goal()).isEqualTo("修建两座水库");
            assertThat(row.values().leadUnit()).isEqualTo("市水利局");
            assertThat(row.values().progress()).containsExactly("已开工");
            assertThat(row.problems()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void textOfEveryLineEndIsReadWithAndWithoutByteOrderMark(String lineEnd) {
        String text = (LIST + "1\t修建两座水库\t市水利局\t已开工\n").replace("\n", lineEnd);

        assertThat(read(text).rows()).hasSize(1);
        assertThat(read("\uFEFF" + text).rows()).isEqualTo(read(text).rows());
    }

    @Test
    void aCellCopiedWithQuotationMarksMayHaveLinesAndOthersAreTexts() {
        ReadTable copied = read(LIST + "1\t\"修建\n两座水库\"\t市水利局\t\"已\"\"开工\"\"\"\n2\t种树\t市林业局\t完成");
        ReadTable unbalanced = read(LIST + "1\t\"修建两座水库\t市水利局\t已开工\n2\t种树\t市林业局\t完成");

        assertThat(copied.rows()).extracting(row -> row.values().goal()).containsExactly("修建两座水库", "种树");
        assertThat(copied.rows().get(0).values().progress()).containsExactly("已\"开工\"");
        assertThat(unbalanced.rows()).extracting(row -> row.values().goal()).containsExactly("\"修建两座水库", "种树");
    }

    @ParameterizedTest
    @CsvSource({
        "'1. 招标\n2. 开工', '1. 招标\n2. 开工'",
        "'1.招标完成率达到12\n2.开工\n并完成基础', '1.招标完成率达到12\n2.开工并完成基础'",
        "'完成下列事项：\n（1）招标；\n（2）开工', '完成下列事项：\n（1）招标；\n（2）开工'",
        "'①招标\n②开工', '①招标\n②开工'",
        "'完成招标，\n开工', 完成招标，开工",
        "'1. 招标\n并开工', 1. 招标并开工",
        "'达到\n3.5万亩', 达到3.5万亩",
    })
    void aNumberedListKeepsItsLines(String cell, String read) {
        ReadTable table = read("2031年重点工作\n序号\t目标任务\t牵头单位\t第一季度\n1\t\"" + cell + "\"\t市水利局\t\"" + cell + "\"\n");

        assertThat(table.rows().get(0).values().quarter(1).milestone()).isEqualTo(read);
        assertThat(table.rows().get(0).values().goal()).isEqualTo(read.replace('\n', ' '));
    }

    @Test
    void columnsComeInAnyOrderAndUnderOtherNames() {
        TableRow row =
                read("""
                二〇三一年第三季度工作任务完成情况
                完成情况\t配合单位\t责任单位\t编号\t工作任务\t联系电话
                已开工\t市民政局、市教育局\t市水利局\t７\t修建两座水库\t123456
                """)
                        .rows()
                        .get(0);

        assertThat(row.values().number()).isEqualTo(7);
        assertThat(row.values().goal()).isEqualTo("修建两座水库");
        assertThat(row.values().leadUnit()).isEqualTo("市水利局");
        assertThat(row.values().supportingUnits()).containsExactly("市民政局", "市教育局");
        assertThat(row.values().supervisionPhone()).isEqualTo("123456");
        assertThat(row.values().progress()).containsExactly("已开工");
    }

    @ParameterizedTest
    @CsvSource({
        "2031年一季度工作, 2031, 1",
        "2031 年第 2 季度工作, 2031, 2",
        "二〇三一年三季度工作, 2031, 3",
        "二零三一年第四季度工作, 2031, 4",
        "2031年上半年工作, 2031, 2",
        "2031年工作, 2031,",
        "工作任务, ,",
    })
    void yearAndQuarterAreReadFromTheTitle(String text, Integer year, Integer quarter) {
        Title title = Title.of(text);

        assertThat(title.year()).isEqualTo(year);
        assertThat(title.quarter()).isEqualTo(quarter);
    }

    @Test
    void theTitleIsTheTextThatNamesYearAndQuarter() {
        ReadTable table = read("2031年4月30日发布\n" + LIST + "1\t修建两座水库\t市水利局\t已开工");

        assertThat(table.title()).isEqualTo("2031年二季度重点工作");
        assertThat(table.quarter()).isEqualTo(2);
    }

    @Test
    void cellsWrittenOneBelowTheOtherAreAList() {
        ReadTable table = read(
                """
                2031年二季度重点工作
                序号

                目标任务

                牵头单位

                工作进展

                1

                修建两座水库

                市水利局沿江新区

                管委会市民政局

                1.已开工。

                2.已验收。

                5

                种树

                市林业局

                完成300亩
                """);

        assertThat(table.rows()).extracting(row -> row.values().number()).containsExactly(1, 5);
        assertThat(table.rows().get(0).values().supportingUnits()).containsExactly("沿江新区管委会", "市民政局");
        assertThat(table.rows().get(0).values().progress()).containsExactly("1.已开工。", "2.已验收。");
        assertThat(table.rows().get(1).values().goal()).isEqualTo("种树");
    }

    @ParameterizedTest
    @CsvSource({
        "'\t修建两座水库\t市水利局\t已开工', number-missing",
        "'甲\t修建两座水库\t市水利局\t已开工', number-invalid",
        "'1\t\t市水利局\t已开工', goal-missing",
        "'1\t修建两座水库\t\t已开工', lead-missing",
        "'1\t修建两座水库\t市水利局市水利局\t已开工', unit-repeated",
        "'1\t修建两座水库\t市水利局\t630日已开工', lost-characters",
        "'1\t修建两座水库\t市水利局\t制定203150项清单', lost-characters",
        "'1\t修建“两座水库\t市水利局\t已开工', quotes-unbalanced",
        "'1\t修建两座水库\t市水利局\t已开工\n1\t种树\t市水利局\t已开工', number-duplicate",
        "'1\t修建两座水库\t市水利局\t已开工\n1\t修建两座水库\t市水利局\t已开工', duplicate-row",
        "'1\t修建两座水库\t市水利局\t已开工\n合计\t\t\t1项', row-ignored",
        "'1\t修建两座水库\t市水利局\t已开工\n注：数据截至六月\t\t\t', row-ignored",
        "'1\t修建两座水库\t市水利局\t已开工\n\n以上。', text-ignored",
    })
    void whatIsWrongIsSaid(String rows, String code) {
        assertThat(read(LIST + rows).problems()).extracting(TableProblem::code).containsOnlyOnce(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3月30日", "2031年50项", "完成20315亩", "投资330亿元", "100日攻坚行动", "60日内完成", "365日开放"})
    void soundTextsAreNotTakenForDamaged(String text) {
        List<TableProblem> problems = read(LIST + "1\t修建两座水库\t市水利局\t" + text).problems();

        assertThat(problems).isEmpty();
    }

    @Test
    void aProblemNamesRowFieldTextAndPlace() {
        assertThat(read(LIST + "1\t种树\t市林业局\t完成\n2\t修建两座水库\t市水利局\t630日已开工").problems())
                .containsExactly(new TableProblem(
                        2,
                        "progress",
                        TableProblem.Severity.WARNING,
                        "lost-characters",
                        List.of(),
                        "630日",
                        SourcePosition.line(4).inColumn(4)));
    }

    @Test
    void aRowThatGoesOnAfterAPageEndIsPutTogether() {
        ReadTable table = read(LIST + "1\t修建两座水库\t市水利局\t已开工，\n\t\t\t将于六月验收\n2\t种树\t市林业局\t完成");

        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).values().progress()).containsExactly("已开工，", "将于六月验收");
        assertThat(table.rows().get(0).problems())
                .extracting(TableProblem::code)
                .containsExactly("row-continued");
    }

    @Test
    void aMergedUnitCountsForEachOfItsTasksAndHiddenRowsAreRead() {
        byte[] workbook = Workbooks.of(book -> {
            Sheet sheet = book.createSheet("任务");
            Workbooks.fill(
                    sheet, "2031年一季度重点工作|||", "序号|目标任务|牵头单位|工作进展", "1|修建两座水库|市水利局|已开工", "2|加固堤防||完成", "3|种树|市林业局|完成");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 2, 2));
            sheet.getRow(4).setZeroHeight(true);
            book.createSheet("隐藏").createRow(0).createCell(0).setCellValue("x");
            book.setSheetHidden(1, true);
        });

        ReadTable table = read(workbook);

        assertThat(table.rows()).extracting(row -> row.values().leadUnit()).containsExactly("市水利局", "市水利局", "市林业局");
        assertThat(table.problems()).extracting(TableProblem::code).containsExactly("sheet-hidden", "row-hidden");
        assertThat(table.problems().get(0).arguments()).containsExactly("隐藏");
        assertThat(table.rows().get(1).position()).isEqualTo(SourcePosition.cell("任务", 4, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2031年重点工作, 2032年重点工作, 甲, 乙",
        "重点工作, 重点工作, 2031年, 2032年",
        "2031年一季度重点工作, 2031年二季度重点工作, 甲, 乙",
        "2031年重点工作, 2031年重点工作, 一季度, 二季度",
    })
    void sheetsOfDifferentYearsOrQuartersAreRefusedWithTheWayOut(
            String one, String other, String first, String second) {
        byte[] workbook = Workbooks.of(book -> {
            Workbooks.fill(book.createSheet(first), one, "序号|目标任务|牵头单位|工作进展", "1|修建两座水库|市水利局|已开工");
            Workbooks.fill(book.createSheet(second), other, "序号|目标任务|牵头单位|工作进展", "2|种树|市林业局|已种");
        });

        assertThatThrownBy(() -> new TableReader(UnitDirectory.EMPTY).read(new ByteArrayInputStream(workbook)))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(DocumentRefusedException.Reason.SEVERAL_PERIODS));
    }

    @Test
    void sheetsOfOnePeriodAreOneTable() {
        byte[] workbook = Workbooks.of(book -> {
            Workbooks.fill(book.createSheet("甲"), "2031年一季度重点工作", "序号|目标任务|牵头单位|工作进展", "1|修建两座水库|市水利局|已开工");
            Workbooks.fill(book.createSheet("乙"), "2031年重点工作", "序号|目标任务|牵头单位|工作进展", "2|种树|市林业局|已种");
        });

        assertThat(read(workbook).rows()).hasSize(2);
    }

    @Test
    void thePlanGridIsReadWhateverTheOrderOfItsTwoRows() {
        String header = "2031年重点任务\n序号\t目标任务\t责任分工\t季度\t第一季度\t第二季度\t第三季度\t第四季度\n";
        ReadTable table = read(header
                + "\t\t\t类别\t\t\t\t\n"
                + "1\t修建水库\t市水利局【工程科】\t进度安排\t甲\t乙\t丙\t丁\n"
                + "\t\t\t施工图\t1. 子。2. 丑。\t寅\t\t卯\n"
                + "\t\t\t进度安排\t戊\t己\t庚\t辛\n"
                + "2\t种树\t市林业局\t施工图\t辰\t巳\t午\t未\n"
                + "\t\t\t进度安排\t戊\t己\t庚\t辛\n"
                + "\t\t\t进度安排\t第一季度\t第二季度\t第三季度\t第四季度\n"
                + "\t\t\t进度安排\t申\t酉\t戌\t亥\n");

        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).values().section()).isEqualTo("工程科");
        assertThat(table.rows().get(0).values().quarters())
                .containsExactly(
                        new PlannedQuarter(1, "甲", List.of("1. 子。", "2. 丑。")),
                        new PlannedQuarter(2, "乙", List.of("寅")),
                        new PlannedQuarter(3, "丙", List.of()),
                        new PlannedQuarter(4, "丁", List.of("卯")));
        assertThat(table.rows().get(1).values().quarters())
                .extracting(PlannedQuarter::milestone)
                .containsExactly("戊", "己", "庚", "辛");
        assertThat(table.problems())
                .extracting(TableProblem::code)
                .containsExactlyInAnyOrder("duplicate-row", "header-echo", "row-unassigned", "row-order-inverted");
    }

    @Test
    void unitsOfTheDirectoryAreNotNew() {
        UnitDirectory directory =
                new UnitDirectory(List.of(new UnitDirectory.Entry("市水利局", List.of("demo-u001"), false)));
        byte[] file = (LIST + "1\t修建两座水库\t市水利局市林业局\t已开工").getBytes(StandardCharsets.UTF_8);

        assertThat(read(directory, file).newUnits()).containsExactly("市林业局");
    }

    @Test
    void everyCodeHasItsTextInBothLanguages() {
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            ResourceBundle texts = ResourceBundle.getBundle(
                    "messages/tables",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(texts.keySet())
                    .containsAll(Stream.of(ProblemCode.values())
                            .map(code -> "tables.problem." + code.code())
                            .toList())
                    .containsAll(Stream.of(DocumentRefusedException.Reason.values())
                            .map(reason -> "tables.refusal." + reason.code())
                            .toList());
        }
    }

    private static ReadTable read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadTable read(byte[] file) {
        return read(UnitDirectory.EMPTY, file);
    }

    private static ReadTable read(UnitDirectory directory, byte[] file) {
        try {
            return new TableReader(directory).read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
