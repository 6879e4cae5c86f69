package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.supervision.ApplicationTest;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.Verdict;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.TableProblem;
import org.supervision.tables.read.TableProblem.Severity;

/** What a person can correct before confirming. */
@ApplicationTest
class ImportCorrectionTests {

    private static final String LIST = "序号\t目标任务\t责任单位\t工作进展\n";
    private static final String RESULTS = "2031年一季度重点工作完成情况\n" + LIST;
    private static final String PLAN = "2031年重点工作任务\n序号\t目标任务\t责任分工\t监督电话\t季度类别\t第一季度\t第二季度\t第三季度\t第四季度\n";
    private static final String RESERVOIRS =
            """
            1\t修建两座水库\t市水利局、市财政局【工程科】\t6120001\t进度安排\t选址\t开工\t封顶\t蓄水
            \t\t\t\t施工图\t1.勘察。2.评审。\t招标\t施工\t验收
            """;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private Imports imports;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private OrgUnits units;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private Publications publications;

    private String city;

    @BeforeEach
    void anEmptyGovernment() {
        city = desk.foundGovernment();
    }

    static Stream<Arguments> settledProblems() {
        return Stream.of(
                Arguments.of("甲\t修建两座水库\t市水利局\t已开工", "number-invalid", Map.of("number", 1)),
                Arguments.of("\t修建两座水库\t市水利局\t已开工", "number-missing", Map.of("number", "1")),
                Arguments.of("1\t\t市水利局\t已开工", "goal-missing", Map.of("goal", "修建两座水库")),
                Arguments.of("1\t修建两座水库\t\t已开工", "lead-missing", Map.of("leadUnit", "市水利局")),
                Arguments.of("1\t修建两座水库\t市水利局\t630日开工", "lost-characters", Map.of("progress", List.of("6月30日开工"))),
                Arguments.of("1\t修建“两座水库\t市水利局\t已开工", "quotes-unbalanced", Map.of("goal", "修建两座水库")),
                Arguments.of(
                        "1\t修建两座水库\t市水利局各县区政府\t已开工", "unit-group", Map.of("supportingUnits", List.of("东县政府", "西县政府"))),
                Arguments.of("1\t修建两座水库\t各县区政府\t已开工", "lead-group", Map.of("leadUnit", "市水利局")),
                Arguments.of("1\t修建两座水库\t市水利局\t已开工\n1\t种树\t市林业局\t完成", "number-duplicate", Map.of("number", 2)));
    }

    @ParameterizedTest
    @MethodSource("settledProblems")
    void aCorrectionSettlesWhatWasWrongWithItsField(String rows, String code, Map<String, Object> correction) {
        ImportPreview preview = desk.uploadText(city, RESULTS + rows);
        int row = preview.rows().size();
        assertThat(ImportDesk.codes(preview.row(row))).contains(code);

        ImportRow corrected = desk.correct(preview, row, correction);

        assertThat(ImportDesk.codes(corrected)).doesNotContain(code);
        assertThat(corrected.has(Severity.ERROR)).isFalse();
        assertThat(corrected.source()).isEqualTo(preview.row(row).source());
        assertThat(desk.confirm(preview).created()).isEqualTo(row);
    }

    @Test
    void aCorrectionIsCheckedAgainAndTellsWhereTheTextStands() {
        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t已开工");

        ImportRow row = desk.correct(preview, 1, Map.of("progress", List.of("630日开工"), "number", 100_000));

        assertThat(row.problems()).extracting(TableProblem::code).containsOnly("lost-characters", "number-invalid");
        assertThat(row.problems()).allSatisfy(problem -> {
            assertThat(problem.row()).isEqualTo(1);
            assertThat(problem.position().row()).isEqualTo(3);
        });
    }

    @Test
    void whatIsNotMentionedStays() {
        ImportPreview preview = desk.uploadText(city, PLAN + RESERVOIRS);

        ImportRow row = desk.correct(preview, 1, Map.of("section", "规划科"));

        assertThat(row.values().section()).isEqualTo("规划科");
        assertThat(row.values().goal()).isEqualTo("修建两座水库");
        assertThat(row.values().supportingUnits()).containsExactly("市财政局");
        assertThat(row.values().quarters()).hasSize(4);
        assertThat(row.values().quarters().get(0)).isEqualTo(new PlannedQuarter(1, "选址", List.of("1.勘察。", "2.评审。")));
    }

    @Test
    void everyFieldCanBeCorrected() {
        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t已开工");
        ImportRow row = desk.correct(
                preview,
                1,
                Map.of(
                        "number", 7,
                        "goal", " 修建三座水库 ",
                        "leadUnit", "市农业局",
                        "supportingUnits", List.of("市财政局", "市农业局", "市财政局"),
                        "section", "一科",
                        "supervisionPhone", "6120000",
                        "quarters",
                                List.of(
                                        Map.of("quarter", 2, "milestone", "开工"),
                                        Map.of("quarter", 1, "milestone", "选址")),
                        "verdict", "DONE",
                        "progress", List.of("第一段\n第二段", "")));

        assertThat(row.values().supportingUnits()).containsExactly("市财政局");
        assertThat(row.values().progress()).containsExactly("第一段", "第二段");
        assertThat(desk.confirm(preview).created()).isEqualTo(1);
        KeyTask stored = keyTasks.get(city + "-2031-7");
        assertThat(stored.goal()).isEqualTo("修建三座水库");
        assertThat(units.get(stored.leadUnit()).name()).isEqualTo("市农业局");
        assertThat(stored.milestones()).extracting(Milestone::text).containsExactly("选址", "开工");
        assertThat(publications.preview(city + "-2031-q1"))
                .extracting(ResultRow::verdict)
                .containsExactly(Verdict.DONE);
    }

    static Stream<Arguments> refusedCorrections() {
        return Stream.of(
                Arguments.of("owner", "x", "tables.error.unknown-field"),
                Arguments.of("number", "seven", "tables.error.value"),
                Arguments.of("verdict", "GREEN", "tables.error.value"),
                Arguments.of("supportingUnits", "市财政局", "tables.error.value"),
                Arguments.of("supportingUnits", Arrays.asList("市财政局", null), "tables.error.value"),
                Arguments.of("leadUnit", "elsewhere-u001", "tables.error.not-a-unit"),
                Arguments.of("quarters", List.of(Map.of("quarter", 5)), "tables.error.quarters"),
                Arguments.of("quarters", List.of(Map.of("quarter", 1), Map.of("quarter", 1)), "tables.error.quarters"));
    }

    @ParameterizedTest
    @MethodSource("refusedCorrections")
    void whatCannotBeUnderstoodIsRefusedWithItsField(String field, Object value, String code) {
        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t已开工");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> desk.correct(preview, 1, Map.of(field, value)))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.fieldErrors())
                            .extracting(DomainException.FieldError::field)
                            .containsExactly(field);
                });
        assertThat(desk.preview(preview).row(1)).isEqualTo(preview.row(1));
    }

    static Stream<Arguments> refusedAnswers() {
        return Stream.of(
                Arguments.of(RowCorrection.unitGroup("市水利局", List.of("东县政府")), "tables.error.not-a-group"),
                Arguments.of(RowCorrection.unitGroup("各乡镇", List.of("东县政府")), "tables.error.not-in-row"),
                Arguments.of(RowCorrection.unitGroup("各县区政府", List.of("x-u001")), "tables.error.not-a-unit"),
                Arguments.of(RowCorrection.unitGroup("各县区政府", List.of("相关县(市、区)政府")), "tables.error.not-a-unit"),
                Arguments.of(RowCorrection.unitAlias("市水利局", "东县政府"), "tables.error.not-new"),
                Arguments.of(RowCorrection.unitAlias("各县区政府", "东县政府"), "tables.error.not-new"));
    }

    @ParameterizedTest
    @MethodSource("refusedAnswers")
    void anAnswerThatMakesNoSenseIsRefused(RowCorrection answer, String code) {
        as(() -> units.create(city, "市水利局"));
        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局、各县区政府\t已开工");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> desk.correct(preview, 1, answer))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void aNameThatIsAnotherNameOfAKnownUnitIsRememberedAsItsAlias() {
        String water = as(() -> units.create(city, "市水利局")).code();
        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水务局\t已开工");
        assertThat(preview.newUnits()).hasSize(1);

        desk.correct(preview, 1, RowCorrection.unitAlias("市水务局", water));

        assertThat(desk.confirm(preview, false).created()).isEqualTo(1);
        assertThat(keyTasks.get(city + "-2031-1").leadUnit()).isEqualTo(water);
        assertThat(units.get(water).aliases()).containsExactly("市水务局");
    }

    @Test
    void anAnswerAboutANameCanBeReplacedUntilTheImportIsConfirmed() {
        String water = as(() -> units.create(city, "市水利局")).code();
        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水务局\t已开工");

        answer(preview, Map.of("市水务局", water));
        assertThat(desk.preview(preview).newUnits()).isEmpty();
        answer(preview, Map.of("市水务局", "市水务局"));

        assertThat(desk.preview(preview).newUnits()).hasSize(1);
        desk.confirm(preview);
        assertThat(keyTasks.get(city + "-2031-1").leadUnit()).isEqualTo(city + "-u002");
        assertThat(units.get(water).aliases()).isEmpty();
    }

    @Test
    void answersAboutNamesFollowOneAnotherAndNeverGoRound() {
        String water = as(() -> units.create(city, "市水利局")).code();
        String rows = RESULTS + "1\t修建两座水库\t市水务局\t已开工\n2\t种树\t市水电局\t完成\n3\t修路\t市交通局\t完成\n4\t修桥\t市路桥局\t完成";
        ImportPreview preview = desk.uploadText(city, rows);

        answer(preview, Map.of("市水电局", "市水务局"));
        answer(preview, Map.of("市水务局", water));
        answer(preview, Map.of("市交通局", "市路桥局", "市路桥局", "市交通局"));

        assertThat(desk.confirm(preview).created()).isEqualTo(4);
        assertThat(keyTasks.get(city + "-2031-2").leadUnit()).isEqualTo(water);
        assertThat(units.get(water).aliases()).containsExactlyInAnyOrder("市水务局", "市水电局");
        assertThat(units.of(city)).hasSize(3);
    }

    private void answer(ImportPreview preview, Map<String, String> aliases) {
        as(() -> imports.answer(preview.table().id(), new UnitAnswers(Map.of(), aliases)));
    }

    @Test
    void onlyADraftCanBeChanged() {
        ImportPreview confirmed = desk.uploadText(city, PLAN + RESERVOIRS);
        desk.confirm(confirmed);
        ImportPreview discarded = desk.uploadText(city, PLAN + RESERVOIRS);
        as(() -> {
            imports.discard(discarded.table().id());
            return null;
        });

        for (ImportPreview preview : List.of(confirmed, discarded)) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> desk.correct(preview, 1, Map.of("goal", "种树")))
                    .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT));
        }
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> desk.confirm(discarded));
    }

    @Test
    void aSkippedRowHasNoProblemsAndCanComeBack() {
        ImportPreview preview = desk.uploadText(city, RESULTS + "甲\t修建两座水库\t市水利局\t已开工\n2\t种树\t市林业局\t完成");

        ImportRow skipped = desk.correct(preview, 1, RowCorrection.skip(true));
        assertThat(skipped.action()).isEqualTo(RowAction.SKIP);
        assertThat(skipped.problems()).isEmpty();
        assertThat(desk.preview(preview).newUnits())
                .extracting(ImportPreview.NewUnit::name)
                .containsExactly("市林业局");
        assertThat(desk.preview(preview).numberGaps()).containsExactly(new ImportPreview.NumberGap(1, 1));

        assertThat(ImportDesk.codes(desk.correct(preview, 1, RowCorrection.skip(false))))
                .containsExactly("number-invalid");
    }

    @Test
    void importsAreListedNewestFirst() {
        String first = desk.uploadText(city, PLAN + RESERVOIRS).table().id();
        String second = desk.uploadText(city, PLAN + RESERVOIRS).table().id();

        assertThat(as(() -> imports.all(PageRequest.of(0, 10))).items())
                .extracting(TableImport::id)
                .containsExactly(second, first);
    }

    private <T> T as(Supplier<T> act) {
        return desk.as(city, act);
    }
}
