package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.AnnualPlans;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.Verdict;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Quarter;
import org.supervision.tables.read.TableProblem;
import org.supervision.tables.read.TableProblem.Severity;

/** How the rows of a table meet what is stored. */
@ApplicationTest
class ImportMergeTests {

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
    private AnnualPlans plans;

    @Autowired
    private TestCities cities;

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

    @Test
    void aResultTableNeverTakesAwayWhatThePlanGave() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));
        KeyTask planned = keyTasks.get(city + "-2031-1");

        ImportPreview results = desk.uploadText(city, RESULTS + "1\t修建 两座水库\t市水利局\t已开工\n2\t种树\t市林业局\t完成");

        assertThat(results.rows()).extracting(ImportRow::action).containsExactly(RowAction.MERGE, RowAction.CREATE);
        assertThat(results.row(1).changes()).containsOnlyKeys("progress");
        assertThat(desk.confirm(results)).isEqualTo(new Confirmation(1, 1, 0, 0));
        assertThat(keyTasks.get(city + "-2031-1")).isEqualTo(planned);
        assertThat(keyTasks.of(city, 2031)).hasSize(2);
    }

    @Test
    void aPlanImportedAgainShowsItsDifferencesAndOverwritesThem() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));

        ImportPreview changed = desk.uploadText(
                city, PLAN + RESERVOIRS.replace("蓄水", "").replace("选址", "完成选址").replace("市财政局", "市林业局"));

        assertThat(changed.row(1).action()).isEqualTo(RowAction.MERGE);
        assertThat(changed.row(1).changes()).containsOnlyKeys("supportingUnits", "milestone1", "milestone4");
        assertThat(changed.row(1).changes().get("supportingUnits").before()).isEqualTo("市财政局");
        assertThat(changed.row(1).changes().get("supportingUnits").after()).isEqualTo("市林业局");
        assertThat(desk.confirm(changed).merged()).isEqualTo(1);
        assertThat(keyTasks.get(city + "-2031-1").milestone(1).orElseThrow().text())
                .isEqualTo("完成选址");
    }

    @Test
    void anIssuedPlanIsNeitherChangedNorAddedToByAnImport() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));
        ImportPreview draft = desk.uploadText(city, PLAN + RESERVOIRS.replace("选址", "完成选址"));
        KeyTask planned = keyTasks.get(city + "-2031-1");
        cities.as(city + "-chief", () -> plans.issue(2031));

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> desk.confirm(draft))
                .satisfies(refusal -> assertThat(refusal.fieldErrors())
                        .extracting(DomainException.FieldError::code)
                        .containsExactly("tables.problem.plan-issued"));
        assertThat(ImportDesk.codes(desk.uploadText(city, PLAN + RESERVOIRS).row(1)))
                .doesNotContain("plan-issued");
        ImportPreview added = desk.uploadText(
                city, PLAN + RESERVOIRS.replace("1\t修建", "2\t修建").replace("水库", "水闸"));
        assertThat(ImportDesk.codes(added.row(1))).contains("plan-issued");
        assertThat(keyTasks.of(city, 2031)).containsExactly(planned);
    }

    @Test
    void whatAQuarterWasToReachIsNotMovedUnseenOnceItsRoundHasOpened() {
        TestCity open = cities.create();
        cities.keyTask(open, 1);
        cities.openFirstQuarter(open);

        ImportPreview moved = desk.uploadText(
                open.code(),
                PLAN.replace("2031", "2024")
                        + """
                        1\t建成第1号公园\t市一局【一科】\t6120000\t进度安排\t完成初步选址\t开工在即\t主体完工\t建成
                        \t\t\t\t施工图\t\t\t\t
                        """);

        assertThat(moved.row(1).changes()).containsOnlyKeys("milestone1", "milestone2");
        assertThat(moved.row(1).problems())
                .filteredOn(problem -> problem.code().equals("quarter-reported"))
                .extracting(TableProblem::field, TableProblem::severity)
                .containsExactly(tuple("quarters.1.milestone", Severity.WARNING));
    }

    @Test
    void aResultTableOfAnIssuedYearBringsItsProgressAndNothingElse() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));
        KeyTask planned = keyTasks.get(city + "-2031-1");
        cities.as(city + "-chief", () -> plans.issue(2031));

        ImportPreview results = desk.uploadText(city, RESULTS + "1\t修建两座水库（续建）\t市财政局\t已开工\n2\t种树\t市林业局\t完成");

        assertThat(results.row(1).changes()).containsOnlyKeys("progress");
        assertThat(ImportDesk.codes(results.row(1))).doesNotContain("plan-issued");
        assertThat(ImportDesk.codes(results.row(2))).contains("plan-issued");
        desk.correct(results, 2, RowCorrection.skip(true));
        assertThat(desk.confirm(desk.preview(results)).merged()).isEqualTo(1);
        assertThat(keyTasks.get(city + "-2031-1")).isEqualTo(planned);
        assertThat(publications.preview(city + "-2031-q1"))
                .extracting(ResultRow::progress)
                .containsExactly(List.of("已开工"));
    }

    @Test
    void aClearlyDifferentGoalUnderAKnownNumberIsAsked() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));

        ImportPreview other = desk.uploadText(city, RESULTS + "1\t新增三家上市公司\t市水利局\t完成\n3\t修建两座水库\t市水利局\t完成");

        assertThat(other.row(1).problems())
                .filteredOn(problem -> problem.code().equals("goal-differs"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Severity.QUESTION);
                    assertThat(problem.source()).isEqualTo("新增三家上市公司");
                    assertThat(problem.arguments()).containsExactly("修建两座水库");
                });
        assertThat(other.row(1).action()).isEqualTo(RowAction.SKIP);
        assertThat(ImportDesk.codes(other.row(2))).containsExactly("goal-known");
        assertThat(ImportDesk.codes(
                        desk.uploadText(city, RESULTS + "1\t修建两座大型水库\t市水利局\t完成").row(1)))
                .isEmpty();
    }

    @Test
    void anotherDocumentLeavesThePlanAloneUntilSomebodyAnswers() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));
        KeyTask planned = keyTasks.get(city + "-2031-1");

        ImportPreview other = desk.uploadText(city, RESULTS + "1\t新增三家上市公司\t市金融局、市商务局\t完成\n2\t种树\t市林业局\t完成");

        assertThat(other.newUnits()).extracting(ImportPreview.NewUnit::name).containsExactly("市林业局");
        assertThat(desk.confirm(other)).isEqualTo(new Confirmation(1, 0, 0, 1));
        assertThat(keyTasks.get(city + "-2031-1")).isEqualTo(planned);
        assertThat(publications.preview(city + "-2031-q1"))
                .extracting(ResultRow::number)
                .containsExactly(2);
    }

    @Test
    void theSameKeyTaskInOtherWordsIsTakenOverOnceSomebodySaysSo() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));
        String table = RESULTS + "1\t新增三家上市公司\t市水利局\t完成";
        ImportPreview other = desk.uploadText(city, table);

        ImportRow same = desk.correct(other, 1, RowCorrection.sameKeyTask(Map.of()));

        assertThat(same.action()).isEqualTo(RowAction.MERGE);
        assertThat(same.problems()).isEmpty();
        assertThat(desk.confirm(other)).isEqualTo(new Confirmation(0, 1, 0, 0));
        assertThat(keyTasks.get(city + "-2031-1").goal()).isEqualTo("新增三家上市公司");
        assertThat(keyTasks.get(city + "-2031-1").milestones()).hasSize(4);
        assertThat(desk.confirm(desk.uploadText(city, table))).isEqualTo(new Confirmation(0, 0, 1, 0));
    }

    @Test
    void theAnswerHoldsForTheKeyTaskItWasGivenAbout() {
        desk.confirm(desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t完成\n2\t种树百亩\t市水利局\t完成"));
        ImportPreview other = desk.uploadText(city, RESULTS + "1\t新增三家上市公司\t市水利局\t完成");
        desk.correct(other, 1, RowCorrection.sameKeyTask(Map.of()));

        assertThat(desk.correct(other, 1, Map.of("number", 2)).action()).isEqualTo(RowAction.SKIP);
        assertThat(desk.correct(other, 1, Map.of("number", 3)).action()).isEqualTo(RowAction.CREATE);
        assertThat(desk.correct(other, 1, Map.of("number", 1)).action()).isEqualTo(RowAction.MERGE);
        desk.correct(other, 1, RowCorrection.skip(true));
        assertThat(ImportDesk.codes(desk.correct(other, 1, RowCorrection.skip(false))))
                .containsExactly("goal-differs");
    }

    @Test
    void oneAnswerDoesForAllRowsThatDiffer() {
        desk.confirm(desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t完成\n2\t种树百亩\t市水利局\t完成\n3\t修路\t市水利局\t完成"));
        ImportPreview other =
                desk.uploadText(city, RESULTS + "1\t新增三家上市公司\t市水利局\t完成\n2\t引进人才若干\t市水利局\t完成\n3\t修路\t市水利局\t在建");
        String id = other.table().id();
        assertThat(other.differing(ImportRow.Sameness.ASKED)).hasSize(2);

        assertThat(as(() -> imports.answerDiffering(id, true)).rows())
                .extracting(ImportRow::action)
                .containsOnly(RowAction.MERGE);
        assertThat(as(() -> imports.answerDiffering(id, false)).rows())
                .extracting(ImportRow::action)
                .containsExactly(RowAction.SKIP, RowAction.SKIP, RowAction.MERGE);
        assertThat(desk.confirm(other)).isEqualTo(new Confirmation(0, 1, 0, 2));
        assertThat(keyTasks.get(city + "-2031-1").goal()).isEqualTo("修建两座水库");
    }

    @Test
    void aPastRoundKeepsTheUnitsOfItsOwnTable() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));
        desk.confirm(desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t已开工"));
        assertThat(keyTasks.get(city + "-2031-1").supportingUnits()).hasSize(1);
        assertThat(statedUnits()).containsExactly("市水利局");

        String named = RESULTS + "1\t修建两座水库\t市财政局、市林业局\t已开工";
        ImportPreview corrected = desk.uploadText(city, named);
        assertThat(corrected.row(1).changes()).containsOnlyKeys("leadUnit", "supportingUnits");
        assertThat(desk.confirm(corrected).merged()).isEqualTo(1);
        assertThat(statedUnits()).containsExactly("市财政局", "市林业局");
        assertThat(desk.confirm(desk.uploadText(city, named)).unchanged()).isEqualTo(1);

        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));
        assertThat(statedUnits()).containsExactly("市财政局", "市林业局");
    }

    private List<String> statedUnits() {
        ResultRow row = publications.preview(city + "-2031-q1").get(0);
        return Stream.concat(Stream.of(row.leadUnit()), row.supportingUnits().stream())
                .toList();
    }

    @Test
    void aRepeatedNumberNamesTheRowThatHasIt() {
        ImportPreview preview =
                desk.uploadText(city, RESULTS + "1\t种树\t市林业局\t完成\n4\t修建两座水库\t市水利局\t完成\n4\t修路\t市水利局\t完成");

        assertThat(preview.row(3).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("number-duplicate");
            assertThat(problem.arguments()).containsExactly("4", "2", "修建两座水库");
        });
    }

    @Test
    void theQuarterIsAskedForWhereTheTitleNamesNone() {
        ImportPreview preview = desk.uploadText(city, "重点工作完成情况\n" + LIST + "1\t修建两座水库\t市水利局\t已开工");
        assertThat(preview.documentProblems())
                .extracting(TableProblem::code)
                .containsExactly("year-missing", "quarter-missing");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> desk.confirm(preview))
                .satisfies(refusal -> assertThat(refusal.fieldErrors())
                        .extracting(DomainException.FieldError::field)
                        .containsExactly("year", "quarter"));

        as(() -> imports.setPeriod(preview.table().id(), 2031, 3));

        assertThat(desk.confirm(preview).created()).isEqualTo(1);
        assertThat(publications.preview(city + "-2031-q3")).hasSize(1);
        assertThat(desk.uploadText(city, LIST + "1\t修建两座水库\t市水利局\t已开工", 2031, 3)
                        .row(1)
                        .action())
                .isEqualTo(RowAction.UNCHANGED);
    }

    @Test
    void theEnteredQuarterCountsAndADifferentTitleIsPointedOut() {
        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t已开工", 2031, 2);

        assertThat(preview.table().resultsOf()).isEqualTo(new Quarter(2031, 2));
        assertThat(preview.documentProblems()).extracting(TableProblem::code).containsExactly("period-differs");
    }

    @Test
    void aQuarterThatWasRunHereIsNotImported() {
        desk.confirm(desk.uploadText(city, PLAN + RESERVOIRS));
        as(() -> planning.plan(
                city, new PlannedRound(new Quarter(2031, 1), LocalDate.of(2031, 4, 1), null, null, null, null, null)));

        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座大型水库\t市水利局\t已开工\n2\t种树\t市林业局\t完成");

        assertThat(preview.documentProblems()).extracting(TableProblem::code).containsExactly("round-exists");
        assertThat(preview.row(1).changes()).containsKey("goal");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> desk.confirm(preview))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
                    assertThat(refusal.code()).endsWith("round-exists");
                });
        assertThat(keyTasks.of(city, 2031)).extracting(KeyTask::goal).containsExactly("修建两座水库");
        assertThat(units.of(city)).hasSize(2);
    }

    @Test
    void aVerdictStatedOnceStaysWhereALaterTableStatesNone() {
        ImportPreview first = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t已开工");
        desk.correct(first, 1, Map.of("verdict", "BEHIND"));
        desk.confirm(first);

        assertThat(desk.confirm(desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t已开工")))
                .isEqualTo(new Confirmation(0, 0, 1, 0));
        assertThat(desk.confirm(desk.uploadText(city, RESULTS + "1\t修建两座水库\t市水利局\t已封顶")))
                .isEqualTo(new Confirmation(0, 1, 0, 0));

        assertThat(publications.preview(city + "-2031-q1")).singleElement().satisfies(row -> {
            assertThat(row.verdict()).isEqualTo(Verdict.BEHIND);
            assertThat(row.progress()).containsExactly("已封顶");
        });
    }

    @Test
    void whatWasNotReportedIsRecordedAsNotReported() {
        String table = RESULTS + "1\t修建两座水库\t市水利局\t未报送\n2\t种树\t市林业局\t已报送、未通过审核\n3\t修路\t市交通局\t\n";
        ImportPreview preview = desk.uploadText(city, table);
        assertThat(ImportDesk.codes(preview.row(3))).containsExactly("progress-missing");

        desk.confirm(preview);

        assertThat(publications.preview(city + "-2031-q1"))
                .extracting(ResultRow::outcome)
                .containsExactly(CycleOutcome.NOT_REPORTED, CycleOutcome.NOT_APPROVED, CycleOutcome.NOT_REPORTED);
        assertThat(desk.confirm(desk.uploadText(city, table)).unchanged()).isEqualTo(3);
        assertThat(desk.confirm(desk.uploadText(city, table.replace("未报送", "已开工")))
                        .merged())
                .isEqualTo(1);
        assertThat(publications.preview(city + "-2031-q1").get(0).progress()).containsExactly("已开工");
    }

    @Test
    void unitsInAnotherSpellingAreTheSameUnit() {
        ImportPreview preview = desk.uploadText(city, RESULTS + "1\t修建两座水库\t市机场（空港）公司\t已开工\n2\t种树\t市机场(空港)公司\t完成");

        assertThat(preview.newUnits()).hasSize(1);
        desk.confirm(preview);
        assertThat(Set.copyOf(
                        keyTasks.of(city, 2031).stream().map(KeyTask::leadUnit).toList()))
                .isEqualTo(Collections.singleton(city + "-u001"));
    }

    @Test
    void oneAndTheSameTableConfirmedTwiceAtTheSameTimeIsTakenOverOnce() {
        ImportPreview one = desk.uploadText(city, PLAN + RESERVOIRS);
        ImportPreview other = desk.uploadText(city, PLAN + RESERVOIRS);

        List<Confirmation> confirmations = Stream.of(one, one, other, other)
                .map(preview -> CompletableFuture.supplyAsync(() -> desk.confirm(preview)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(confirmations)
                .containsExactlyInAnyOrder(
                        new Confirmation(1, 0, 0, 0),
                        new Confirmation(0, 0, 1, 0),
                        new Confirmation(0, 0, 1, 0),
                        new Confirmation(0, 0, 1, 0));
        assertThat(units.of(city)).hasSize(2);
    }

    private <T> T as(Supplier<T> act) {
        return desk.as(city, act);
    }
}
