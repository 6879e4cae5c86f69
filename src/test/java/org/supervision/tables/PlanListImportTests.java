package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.keytask.SupportingUnit;
import org.supervision.tables.read.DocumentRefusedException;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.Layout;
import org.supervision.tables.write.MeetingPack;
import org.supervision.tables.write.MeetingPackDocument;

/** A year's plan that is no grid, taken over. */
@ApplicationTest
class PlanListImportTests {

    private static final String PARAGRAPHS =
            """
            2031年重点工作任务
            1. 建成北门水厂。（牵头单位：市水利局；责任单位：市财政局）
            2. 改造老旧小区40个。（牵头单位：市住建局）
            """;

    private static final String WHOLE =
            """
            2031年重点工作任务
            序号\t目标任务\t牵头单位\t配合单位\t科室\t监督电话\t一季度\t二季度\t三季度\t四季度
            1\t建成北门水厂。\t市水利局\t市财政局\t建设科\t5550101\t设计\t开工\t封顶\t通水
            """;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private OrgUnits units;

    private String city;

    @BeforeEach
    void anEmptyGovernment() {
        city = desk.foundGovernment();
    }

    @Test
    void paragraphsBecomeKeyTasksOnceAndAreThenUnchanged() {
        ImportPreview preview = desk.uploadText(city, PARAGRAPHS);
        assertThat(preview.table().layout()).isEqualTo(Layout.PLAN_LIST);
        assertThat(desk.confirm(preview)).isEqualTo(new Confirmation(2, 0, 0, 0));

        KeyTask first = keyTasks.get(city + "-2031-1");
        assertThat(first.goal()).isEqualTo("建成北门水厂。");
        assertThat(units.get(first.leadUnit()).name()).isEqualTo("市水利局");
        assertThat(first.supportingUnits()).extracting(SupportingUnit::text).containsExactly("市财政局");
        assertThat(desk.confirm(desk.uploadText(city, PARAGRAPHS))).isEqualTo(new Confirmation(0, 0, 2, 0));
    }

    @Test
    void aUnitInBracketsIsAskedAboutUntilItsKeyTaskHasIt() {
        String bracketed = "2031年重点工作任务\n序号\t目标任务\t牵头单位\n1\t建成北门水厂。\t市财政局 (市国资委)\n";
        ImportPreview preview = desk.uploadText(city, bracketed);
        assertThat(ImportDesk.codes(preview.row(1))).containsExactly("unit-in-brackets");
        desk.confirm(preview);

        ImportPreview again = desk.uploadText(city, bracketed);
        assertThat(again.row(1).action()).isEqualTo(RowAction.UNCHANGED);
        assertThat(again.row(1).problems()).isEmpty();
    }

    @Test
    void aListWithoutQuartersLeavesTheMilestonesOfTheGrid() {
        desk.confirm(
                desk.uploadText(
                        city,
                        """
                2031年重点工作任务
                序号\t目标任务\t牵头单位\t一季度\t二季度\t三季度\t四季度
                1\t建成北门水厂。\t市水利局\t设计\t开工\t封顶\t通水
                """));

        ImportPreview list = desk.uploadText(city, PARAGRAPHS);

        assertThat(list.row(1).changes()).containsOnlyKeys("supportingUnits");
        desk.confirm(list);
        assertThat(keyTasks.get(city + "-2031-1").milestones())
                .extracting(Milestone::text)
                .containsExactly("设计", "开工", "封顶", "通水");
    }

    @Test
    void aColumnTheTableLacksLeavesWhatIsStored() {
        desk.confirm(desk.uploadText(city, WHOLE));

        ImportPreview sparse = desk.uploadText(
                city,
                """
                2031年重点工作任务
                序号\t目标任务\t牵头单位\t二季度
                1\t建成北门水厂。\t市水利局\t打桩
                """);

        assertThat(sparse.row(1).changes()).containsOnlyKeys("milestone2");
        desk.confirm(sparse);
        KeyTask stored = keyTasks.get(city + "-2031-1");
        assertThat(stored.supportingUnits()).extracting(SupportingUnit::text).containsExactly("市财政局");
        assertThat(stored.section()).isEqualTo("建设科");
        assertThat(stored.supervisionPhone()).isEqualTo("5550101");
        assertThat(stored.milestones()).extracting(Milestone::text).containsExactly("设计", "打桩", "封顶", "通水");
    }

    @Test
    void anEmptyCellTakesAwayWhatIsStored() {
        desk.confirm(desk.uploadText(city, WHOLE));

        desk.confirm(
                desk.uploadText(
                        city,
                        """
                2031年重点工作任务
                序号\t目标任务\t牵头单位\t配合单位\t科室\t监督电话\t一季度\t二季度\t三季度\t四季度
                1\t建成北门水厂。\t市水利局\t\t\t\t设计\t开工\t封顶\t
                """));

        KeyTask stored = keyTasks.get(city + "-2031-1");
        assertThat(stored.supportingUnits()).isEmpty();
        assertThat(stored.section()).isNull();
        assertThat(stored.supervisionPhone()).isNull();
        assertThat(stored.milestones()).extracting(Milestone::text).containsExactly("设计", "开工", "封顶");
    }

    @Test
    void whatAPersonEntersCountsThoughTheTableLacksItsColumn() {
        desk.confirm(desk.uploadText(city, WHOLE));
        ImportPreview sparse = desk.uploadText(
                city,
                """
                2031年重点工作任务
                序号\t目标任务\t牵头单位
                1\t建成北门水厂。\t市水利局
                """);

        desk.correct(sparse, 1, Map.of("supervisionPhone", "5550102", "section", ""));

        assertThat(desk.preview(sparse).row(1).changes()).containsOnlyKeys("supervisionPhone");
    }

    @Test
    void theMaterialOfAMeetingIsRefusedAsWhatItIs() {
        byte[] pack = MeetingPackDocument.write(new MeetingPack(
                "i-2031-q1",
                "2031年第一季度",
                "2031年第一季度重点任务调度会材料",
                List.of("以下1项滞后："),
                List.of(),
                List.of("序号", "目标任务", "牵头单位", "情况", "指标", "原因", "下一步"),
                List.of(new MeetingPack.Item("c", 1, "建成北门水厂。", "市水利局", List.of("滞后"), List.of(), "征地未完成", "交地"))));

        assertThatThrownBy(() -> desk.uploadBytes(city, pack, null, null))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.MEETING_PACK));
    }
}
