package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.RoundOrigin;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.Verdict;
import org.supervision.shared.Quarter;

/** A quarter's result beside its plan, taken over. */
@ApplicationTest
class QuarterResultImportTests {

    private static final String PLAN =
            """
            2031年重点工作任务
            序号\t目标任务\t责任分工\t季度类别\t第一季度\t第二季度\t第三季度\t第四季度
            1\t修建两座水库\t市水利局、市财政局【工程科】\t进度安排\t选址\t开工\t封顶\t蓄水
            \t\t\t施工图\t1.勘察。2.评审。\t招标\t施工\t验收
            """;
    private static final String RESULT =
            """
            2031年二季度重点工作完成情况
            序号\t目标任务\t主要责任单位\t季度类别\t第二季度\t完成情况\t已完成\t未完成
            1\t修建两座水库\t市水利局、市财政局\t进度安排\t全面开工\t一座开工\t\t√
            \t\t\t施工图\t招标\t\t\t
            """;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private OrgUnits units;

    @Autowired
    private RoundViews rounds;

    @Autowired
    private Publications publications;

    private String city;

    @BeforeEach
    void anEmptyGovernment() {
        city = desk.foundGovernment();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledgers/anqing-2022-q4.xlsx", "ledgers/anqing-2022-q4.docx"})
    void theQuarterResultIsTakenOverOnceWithItsPlanAndItsVerdicts(String file) {
        assertThat(desk.take(city, file)).isEqualTo(new Confirmation(16, 0, 0, 0));

        List<KeyTask> stored = keyTasks.of(city, 2022);
        List<ResultRow> results = publications.preview(city + "-2022-q4");
        assertThat(CheckedTables.quarterResults(
                        stored, results, code -> units.get(code).name()))
                .hasSize(16)
                .isEqualTo(CheckedTables.quarterResults());
        assertThat(results)
                .extracting(ResultRow::verdict)
                .containsOnly(Verdict.DONE, Verdict.BEHIND)
                .containsOnlyOnce(Verdict.BEHIND);
        assertThat(rounds.find(city, city + "-2022-q4")).hasValueSatisfying(round -> {
            assertThat(round.state()).isEqualTo(RoundState.CLOSED);
            assertThat(round.origin()).isEqualTo(RoundOrigin.IMPORT);
        });

        assertThat(desk.take(city, file)).isEqualTo(new Confirmation(0, 0, 16, 0));
        assertThat(keyTasks.of(city, 2022)).isEqualTo(stored);
    }

    @Test
    void theSameResultAsATextKnowsNoVerdictAndTakesNoneAway() {
        assertThat(desk.take(city, "seeds/002")).isEqualTo(new Confirmation(16, 0, 0, 0));
        assertThat(publications.preview(city + "-2022-q4"))
                .allSatisfy(row -> assertThat(row.verdict()).isNull());

        desk.take(city, "ledgers/anqing-2022-q4.docx");
        desk.take(city, "seeds/002");

        assertThat(publications.preview(city + "-2022-q4"))
                .allSatisfy(row -> assertThat(row.verdict()).isNotNull());
        assertThat(units.of(city)).doesNotHaveDuplicates();
    }

    @Test
    void theWorkbookAfterTheTextBringsVerdictsAndHardlyAnythingElse() {
        desk.take(city, "seeds/002");

        ImportPreview workbook = desk.upload(city, "ledgers/anqing-2022-q4.xlsx");

        assertThat(workbook.rows())
                .filteredOn(row -> !row.changes().keySet().equals(Set.of("verdict")))
                .extracting(row -> row.values().number())
                .containsExactly(34);
    }

    @Test
    void itBringsTheMilestoneOfItsQuarterAndLeavesTheOthers() {
        desk.confirm(desk.uploadText(city, PLAN));

        ImportPreview results = desk.uploadText(city, RESULT);

        assertThat(results.row(1).changes()).containsOnlyKeys("milestone2", "progress", "verdict");
        desk.confirm(results);
        KeyTask merged = keyTasks.get(city + "-2031-1");
        assertThat(merged.milestones()).extracting(Milestone::text).containsExactly("选址", "全面开工", "封顶", "蓄水");
        assertThat(merged.section()).isEqualTo("工程科");
        assertThat(publications.preview(city + "-2031-q2")).singleElement().satisfies(row -> assertThat(row.verdict())
                .isEqualTo(Verdict.BEHIND));
    }

    @Test
    void wordsForAReportThatIsNotPublicTakeNoProgressAway() {
        desk.confirm(desk.uploadText(city, RESULT));

        ImportPreview withheld = desk.uploadText(city, RESULT.replace("一座开工", "本季进展不予公开（过程性信息）"));

        assertThat(ImportDesk.codes(withheld.row(1))).containsExactly("progress-withheld");
        assertThat(desk.confirm(withheld)).isEqualTo(new Confirmation(0, 0, 1, 0));
        assertThat(publications.preview(city + "-2031-q2")).singleElement().satisfies(row -> assertThat(row.progress())
                .containsExactly("一座开工"));
    }

    @Test
    void anUnknownVerdictIsAskedUntilSomebodyGivesItAndBlocksNothing() {
        ImportPreview preview = desk.uploadText(city, RESULT.replace("√", ""));
        assertThat(ImportDesk.codes(preview.row(1))).containsExactly("verdict-unknown");

        Map<String, Object> unanswered = new HashMap<>(Map.of("progress", List.of("两座开工")));
        unanswered.put("verdict", null);
        assertThat(ImportDesk.codes(desk.correct(preview, 1, unanswered))).containsExactly("verdict-unknown");
        assertThat(ImportDesk.codes(desk.correct(preview, 1, Map.of("verdict", "DONE"))))
                .isEmpty();
        assertThat(desk.confirm(preview)).isEqualTo(new Confirmation(1, 0, 0, 0));
        assertThat(publications.preview(city + "-2031-q2"))
                .extracting(ResultRow::verdict)
                .containsExactly(Verdict.DONE);
    }

    @Test
    void aVerdictThatWasLeftOpenIsNotAskedAgainWhereNothingElseChanges() {
        String open = RESULT.replace("√", "");
        desk.confirm(desk.uploadText(city, open));

        assertThat(ImportDesk.codes(desk.uploadText(city, open).row(1))).isEmpty();
        assertThat(ImportDesk.codes(
                        desk.uploadText(city, open.replace("一座开工", "两座开工")).row(1)))
                .containsExactly("verdict-unknown");
    }

    @Test
    void theQuarterIsReadFromTheHeaderIfTheTitleNamesNone() {
        ImportPreview preview = desk.uploadText(city, RESULT.replace("2031年二季度", "2031年"));

        assertThat(preview.table().resultsOf()).isEqualTo(new Quarter(2031, 2));
    }
}
