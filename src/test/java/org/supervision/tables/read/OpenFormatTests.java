package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.reporting.Verdict;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.RowValues.PlannedQuarter;

/** Tables as comma-separated values and as open data. */
class OpenFormatTests {

    private static final String CSV =
            """
            工作进展,责任单位,任务编号,年度目标任务
            "已开工。
            完成""三通一平""\",市水利局,2,"修建水库,扩建泵站"
            '+8.5%,"市林业局、市财政局",3,'-3.1%
            ''quoted,市商务局,4,举办展会
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16"})
    void columnsOfCommaSeparatedValuesComeInAnyOrderAndEncoding(String charset) {
        assertCsvIsRead(read(CSV.getBytes(Charset.forName(charset))));
    }

    @Test
    void aByteOrderMarkAndOtherLineEndsChangeNothing() {
        assertCsvIsRead(read(("\uFEFF" + CSV.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertCsvIsRead(ReadTable table) {
        assertThat(table.layout()).isEqualTo(Layout.RESULT_LIST);
        assertThat(table.rows()).extracting(row -> row.values().number()).containsExactly(2, 3, 4);
        assertThat(table.rows()).extracting(row -> row.values().goal()).containsExactly("修建水库,扩建泵站", "-3.1%", "举办展会");
        assertThat(table.rows())
                .extracting(row -> row.values().progress())
                .containsExactly(List.of("已开工。", "完成\"三通一平\""), List.of("+8.5%"), List.of("''quoted"));
        assertThat(table.rows().get(1).values().supportingUnits()).containsExactly("市财政局");
        assertThat(table.rows().get(1).position().row()).isEqualTo(4);
    }

    @Test
    void theYearOfCommaSeparatedValuesIsReadFromATitleAboveTheHeader() {
        ReadTable table = readText("2031年二季度完成情况\n\n序号,目标任务,责任单位,工作进展\n1,修建水库,市水利局,已开工\n");

        assertThat(table.year()).isEqualTo(2031);
        assertThat(table.quarter()).isEqualTo(2);
    }

    @Test
    void aTextWithCommasThatHeadsNothingIsNoTable() {
        assertThatThrownBy(() -> readText("市政府工作报告提出,修建水库,\"扩建\"泵站,\n由市水利局负责"))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.UNKNOWN_LAYOUT));
    }

    @Test
    void openDataIsReadByItsNames() {
        ReadTable table = readText(
                """
                {"layout": "PLAN_GRID", "title": "2031年计划", "year": 2031, "more": {"is": ["ignored"]}, "keyTasks": [
                 {"number": 7, "goal": "=1+1", "leadUnit": "市水利局", "supportingUnits": ["市财政局", "相关县（市、区）政府"],
                  "section": "规划科", "supervisionPhone": "5551234",
                  "quarters": [{"quarter": 2, "milestone": "开工", "actionSteps": ["招标", "签约"]}, {"quarter": 1, "milestone": "  "}]}]}
                """);

        assertThat(table.layout()).isEqualTo(Layout.PLAN_GRID);
        assertThat(table.year()).isEqualTo(2031);
        assertThat(table.quarter()).isNull();
        assertThat(table.rows().get(0).values())
                .isEqualTo(new RowValues(
                        7,
                        "=1+1",
                        "市水利局",
                        List.of("市财政局", "相关县（市、区）政府"),
                        "规划科",
                        "5551234",
                        List.of(new PlannedQuarter(2, "开工", List.of("招标", "签约"))),
                        null,
                        List.of()));
        assertThat(table.newUnits()).containsExactly("市水利局", "市财政局");
        assertThat(table.problems()).extracting(TableProblem::code).containsExactly("unit-group");
        assertThat(table.rows().get(0).position().kind()).isEqualTo(SourcePosition.Kind.ENTRY);
    }

    @Test
    void openDataSaysWhyThereIsNoProgressAndWhatTheVerdictIs() {
        ReadTable table = readText(
                """
                {"layout": "RESULT_LIST", "year": 2031, "quarter": 2, "keyTasks": [
                 {"number": 1, "goal": "甲", "leadUnit": "市水利局", "outcome": "NOT_APPROVED", "progress": []},
                 {"number": 2, "goal": "乙", "leadUnit": "市水利局", "outcome": "APPROVED", "verdict": "DONE",
                  "progress": ["一", "二"]}]}
                """);

        assertThat(table.rows())
                .extracting(row -> row.values().outcome().name())
                .containsExactly("NOT_APPROVED", "APPROVED");
        assertThat(table.rows()).extracting(row -> row.values().verdict()).containsExactly(null, Verdict.DONE);
    }

    @Test
    void aReportThatIsWithheldFromOpenDataIsNotTakenForNone() {
        ReadTable table = readText(
                """
                {"layout": "RESULT_LIST", "year": 2031, "quarter": 2, "keyTasks": [
                 {"number": 1, "goal": "甲", "leadUnit": "市水利局", "outcome": "APPROVED", "verdict": "DONE",
                  "progress": [], "withheld": "STATE_SECRET", "adjustments": []}]}
                """);

        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.stated()).contains("verdict").doesNotContain("progress"));
        assertThat(table.problems()).extracting(TableProblem::code).containsExactly("progress-withheld");
    }

    @Test
    void whatIsMissingInOpenDataIsSaid() {
        ReadTable table = readText("{\"layout\": \"RESULT_LIST\", \"keyTasks\": [{}, null]}");

        assertThat(table.rows()).hasSize(1);
        assertThat(table.problems())
                .extracting(TableProblem::code)
                .containsExactly("number-missing", "goal-missing", "lead-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"layout\": \"RESULT_LIST\", \"keyTasks\": []}|EMPTY",
                "{\"layout\": \"RESULT_LIST\", \"keyTasks\": [null]}|EMPTY",
                "{\"layout\": \"RESULT_LIST\"}|UNKNOWN_LAYOUT",
                "{\"layout\": \"SOMETHING\", \"keyTasks\": [{}]}|UNKNOWN_LAYOUT",
                "{\"layout\": \"RESULT_LIST\", \"keyTasks\": [{\"number\": \"a\"}]}|UNKNOWN_LAYOUT",
                "{\"keyTasks\": [{\"number\": 1}]}|UNKNOWN_LAYOUT",
                "{}|UNKNOWN_LAYOUT",
                "{\"layout\": \"RESULT_LIST\", \"keyTasks\": [{|TRUNCATED",
                "{\"layout\"|TRUNCATED",
            })
    void openDataThatIsNoTableIsRefused(String json, Reason reason) {
        assertThatThrownBy(() -> readText(json))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    @Test
    void openDataThatIsNestedTooDeepOrHasTooManyPartsIsRefused() {
        for (String json : List.of(
                "{\"a\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}",
                "{\"a\": [" + "0,".repeat(3_000_000) + "0]}",
                "{\"layout\": \"RESULT_LIST\", \"keyTasks\": [" + "{},".repeat(2_000_000) + "{}]}")) {
            assertThatThrownBy(() -> readText(json))
                    .isInstanceOfSatisfying(DocumentRefusedException.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.TOO_MANY_CELLS));
        }
    }

    private static ReadTable readText(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadTable read(byte[] file) {
        try {
            return new TableReader(UnitDirectory.EMPTY).read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
