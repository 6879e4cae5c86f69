package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.Column;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.ProblemCode;
import org.supervision.tables.read.SourceColumn;
import org.supervision.tables.read.TableProblem;

/** What a person says of a document's columns. */
@ApplicationTest
class ImportColumnsTests {

    private static final String STRANGE_HEADS =
            """
            滨江市2031年工程安排
            工程号\t要做的事\t哪家办\t谁来帮
            1\t建成北门水厂并通水\t市水利局\t市财政局
            2\t改造老旧小区四十个\t市住建局\t
            """;
    private static final Map<String, Optional<Column>> SAID = Map.of(
            "工程号",
            Optional.of(Column.NUMBER),
            "要做的事",
            Optional.of(Column.GOAL),
            "哪家办",
            Optional.of(Column.UNITS),
            "谁来帮",
            Optional.of(Column.SUPPORTING_UNITS));
    private static final String ONE_STRANGE_HEAD =
            """
            2031年重点工作任务
            序号\t目标任务\t牵头单位\t请联系
            1\t建成北门水厂。\t市水利局\t5550101
            """;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private ImportColumns columns;

    @Autowired
    private KeyTasks keyTasks;

    private String city;

    @BeforeEach
    void anEmptyGovernment() {
        city = desk.foundGovernment();
    }

    @Test
    void aTableBelowUnknownHeadsWaitsUntilAPersonSaysWhatItsColumnsAre() {
        ImportPreview preview = desk.uploadText(city, STRANGE_HEADS);

        assertThat(preview.table().layout()).isEqualTo(Layout.UNMAPPED);
        assertThat(preview.table().year()).isEqualTo(2031);
        assertThat(preview.table().columns())
                .extracting(SourceColumn::head)
                .containsExactly("工程号", "要做的事", "哪家办", "谁来帮");
        assertThat(preview.table().columns().get(1).examples()).containsExactly("建成北门水厂并通水", "改造老旧小区四十个");
        assertThat(preview.errors())
                .extracting(TableProblem::code)
                .containsExactly(ProblemCode.COLUMNS_UNMAPPED.code());
        assertThatThrownBy(() -> desk.confirm(preview)).isInstanceOf(DomainException.class);

        assertThat(map(preview, SAID)).isEmpty();

        ImportPreview mapped = desk.preview(preview);
        assertThat(mapped.table().layout()).isEqualTo(Layout.PLAN_LIST);
        assertThat(desk.confirm(mapped)).isEqualTo(new Confirmation(2, 0, 0, 0));
        assertThat(keyTasks.get(city + "-2031-1").goal()).isEqualTo("建成北门水厂并通水");
    }

    @Test
    void whatWasSaidOnceHoldsForTheNextDocumentUntilItIsForgotten() {
        map(desk.uploadText(city, STRANGE_HEADS), SAID);

        ImportPreview next = desk.uploadText(city, STRANGE_HEADS.replace("哪家办", "哪 家办"));
        assertThat(next.table().layout()).isEqualTo(Layout.PLAN_LIST);
        assertThat(next.table().columns()).allMatch(SourceColumn::said);
        assertThat(desk.uploadText(desk.foundGovernment(), STRANGE_HEADS)
                        .table()
                        .layout())
                .as("another government")
                .isEqualTo(Layout.UNMAPPED);

        desk.as(city, () -> columns.forget(next.table().id(), "谁来帮"));

        ImportPreview without = desk.preview(next);
        assertThat(without.row(1).values().supportingUnits()).isEmpty();
        assertThat(without.documentProblems())
                .extracting(TableProblem::code)
                .containsExactly(ProblemCode.COLUMN_IGNORED.code());
    }

    @Test
    void aColumnThatIsNotToBeReadIsNoProblem() {
        ImportPreview preview = desk.uploadText(city, ONE_STRANGE_HEAD);
        assertThat(preview.documentProblems()).hasSize(1);

        map(preview, Map.of("序号", Optional.of(Column.NUMBER), "请联系", Optional.of(Column.SUPERVISION_PHONE)));
        assertThat(desk.preview(preview).row(1).values().supervisionPhone()).isEqualTo("5550101");

        map(preview, Map.of("请联系", Optional.empty()));
        assertThat(desk.preview(preview).row(1).values().supervisionPhone()).isNull();
        assertThat(desk.preview(preview).documentProblems()).isEmpty();
    }

    @Test
    void aColumnOfNumbersIsLeftOutOfOneDocumentOnly() {
        String restarted =
                """
                2031年重点工作任务
                序号\t目标任务\t牵头单位\t请联系
                1\t建成北门水厂。\t市水利局\t5550101
                1\t改造老旧小区。\t市住建局\t5550102
                """;
        ImportPreview preview = desk.uploadText(city, restarted);
        assertThat(preview.documentProblems()).extracting(TableProblem::code).contains("numbers-restarted");

        map(preview, Map.of("序号", Optional.empty()));
        map(preview, Map.of("请联系", Optional.of(Column.SUPERVISION_PHONE)));

        ImportPreview counted = desk.preview(preview);
        assertThat(counted.rows()).extracting(row -> row.values().number()).containsExactly(1, 2);
        assertThat(counted.documentProblems()).extracting(TableProblem::code).containsExactly("numbers-counted");
        assertThat(desk.uploadText(city, restarted).row(2).values().number()).isEqualTo(1);

        desk.as(city, () -> columns.forget(preview.table().id(), "序号"));
        assertThat(desk.preview(preview).row(2).values().number()).isEqualTo(1);
    }

    @Test
    void correctionsSurviveWhereTheSameCellsStandBehindThem() {
        ImportPreview preview = desk.uploadText(
                city,
                """
                2031年重点工作任务
                序号\t目标任务\t牵头单位\t科室\t请联系
                1\t建成北门水厂。\t市水利局\t建设科\t5550101
                2\t改造老旧小区。\t市住建局\t改造科\t5550102
                """);
        desk.correct(preview, 1, Map.of("goal", "建成北门水厂并通水。", "section", "工程科"));
        desk.correct(preview, 2, RowCorrection.skip(true));

        List<LostCorrection> lost =
                map(preview, Map.of("科室", Optional.empty(), "请联系", Optional.of(Column.SUPERVISION_PHONE)));

        assertThat(lost).containsExactly(new LostCorrection(1, 1, Set.of("section")));
        ImportPreview read = desk.preview(preview);
        assertThat(read.row(1).values().goal()).isEqualTo("建成北门水厂并通水。");
        assertThat(read.row(1).values().section()).isNull();
        assertThat(read.row(1).values().supervisionPhone()).isEqualTo("5550101");
        assertThat(read.row(2).action()).isEqualTo(RowAction.SKIP);
    }

    @Test
    void onlyColumnsOfTheDocumentCanBeSpokenAbout() {
        ImportPreview preview = desk.uploadText(city, ONE_STRANGE_HEAD);

        assertThatThrownBy(() -> map(preview, Map.of("别的", Optional.of(Column.GOAL))))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("no-such-column");
        desk.confirm(preview);
        assertThatThrownBy(() -> map(preview, Map.of("请联系", Optional.empty())))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("not-a-draft");
    }

    private List<LostCorrection> map(ImportPreview preview, Map<String, Optional<Column>> said) {
        return desk.as(
                preview.table().government(), () -> columns.map(preview.table().id(), said));
    }
}
