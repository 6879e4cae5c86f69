package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.keytask.SupportingUnit;
import org.supervision.tables.read.Layout;

/** A year's plan that is no grid, taken over. */
@ApplicationTest
class PlanListImportTests {

    private static final String PARAGRAPHS =
            """
            2031年重点工作任务
            1. 建成北门水厂。（牵头单位：市水利局；责任单位：市财政局）
            2. 改造老旧小区40个。（牵头单位：市住建局）
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
}
