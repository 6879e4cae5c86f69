package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.RowValues.PlannedQuarter;

/** A quarter's result whose table has become lines. */
class WrappedResultTests {

    private static final String HEADER =
            """
            序号 目标任务
            主要责任
            单位
            季度
            类别
            第二季度
            完成情况
            落实情况
            已完成 未完成
            """;
    private static final String TITLE = "滨江市 2031 年重点任务二季度完成情况\n";
    private static final String FIRST =
            """
            3

            修建两座水库，总库容

            400 万立方米以上
            市水利局
            沿江新区
            管委会

            进度安排 两座水库开工，完成投资

            20 亿元。

            施 工 图

            1.5 月底前完成招标，审查

            施工图纸。

            2.6 月底前两座水库开工。
            √
            1.两座水库于 5 月 20 日开工，累计完成投资
            300 万元。
            2.移民安置协议签订 95%。
            """;
    private static final String SECOND =
            """
            7 种树
            市林业局
            进度安排 种树 500 亩。
            施 工 图 组织义务植树。 √
            12 个乡镇种树
            600 亩。
            """;

    @Test
    void cellsAreFoundAmongBrokenLines() {
        ReadTable table = read(TITLE + HEADER + FIRST + SECOND);

        assertThat(table.layout()).isEqualTo(Layout.QUARTER_RESULT);
        assertThat(table.year()).isEqualTo(2031);
        assertThat(table.quarter()).isEqualTo(2);
        RowValues first = table.rows().get(0).values();
        assertThat(first.number()).isEqualTo(3);
        assertThat(first.goal()).isEqualTo("修建两座水库，总库容400 万立方米以上");
        assertThat(first.leadUnit()).isEqualTo("市水利局");
        assertThat(first.supportingUnits()).containsExactly("沿江新区管委会");
        assertThat(first.quarters())
                .containsExactly(
                        new PlannedQuarter(2, "两座水库开工，完成投资20 亿元。", List.of("1.5 月底前完成招标，审查施工图纸。", "2.6 月底前两座水库开工。")));
        assertThat(first.progress()).containsExactly("1.两座水库于 5 月 20 日开工，累计完成投资300 万元。", "2.移民安置协议签订 95%。");
        RowValues second = table.rows().get(1).values();
        assertThat(second.number()).isEqualTo(7);
        assertThat(second.goal()).isEqualTo("种树");
        assertThat(second.quarters()).containsExactly(new PlannedQuarter(2, "种树 500 亩。", List.of("组织义务植树。")));
        assertThat(second.progress()).containsExactly("12 个乡镇种树600 亩。");
    }

    @Test
    void theVerdictIsAskedForAndNeverGuessed() {
        ReadTable table = read(TITLE + HEADER + FIRST + SECOND);

        assertThat(table.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.values().verdict()).isNull();
            assertThat(row.problems()).extracting(TableProblem::code).containsExactly("verdict-unknown");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"- 3 -\n", "第 3 页 共 8 页\n", "", "—3—\n"})
    void pageMarksAndRepeatedHeadersAreNoContent(String pageMark) {
        assertThat(read(TITLE + HEADER + FIRST + pageMark + HEADER + SECOND).rows())
                .extracting(TableRow::values)
                .isEqualTo(read(TITLE + HEADER + FIRST + SECOND).rows().stream()
                        .map(TableRow::values)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"50 万吨/年装置建成", "9 家企业投产", "2031", "8"})
    void aFigureAtTheBeginningOfALineIsNoTask(String line) {
        ReadTable table = read(TITLE + HEADER + FIRST + line + "\n其余工作有序推进。\n" + SECOND);

        assertThat(table.rows()).extracting(row -> row.values().number()).containsExactly(3, 7);
        assertThat(String.join("", table.rows().get(0).values().progress())).contains(line);
    }

    @Test
    void aTaskWithoutATickKeepsItsTextInThePlanAndSaysThatNothingIsReported() {
        ReadTable table = read(TITLE + HEADER + FIRST.replace("√\n", "") + SECOND);

        assertThat(table.rows()).extracting(row -> row.values().number()).containsExactly(3, 7);
        assertThat(table.rows().get(0).values().progress()).isEmpty();
        assertThat(String.join(
                        "", table.rows().get(0).values().quarters().get(0).actionSteps()))
                .endsWith("移民安置协议签订 95%。");
    }

    @Test
    void aMilestoneWithoutATaskIsSaid() {
        ReadTable table = read(TITLE + HEADER + FIRST + "进度安排 选址。\n施 工 图 勘察。 √\n已选址。\n" + SECOND);

        assertThat(table.rows()).extracting(row -> row.values().number()).containsExactly(3, 7);
        assertThat(table.problems()).extracting(TableProblem::code).contains("row-unassigned");
    }

    @Test
    void everyTaskKnowsItsLine() {
        assertThat(read(TITLE + HEADER + SECOND).rows().get(0).position()).isEqualTo(SourcePosition.line(11));
    }

    private static ReadTable read(String text) {
        try {
            return new TableReader(UnitDirectory.EMPTY)
                    .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
