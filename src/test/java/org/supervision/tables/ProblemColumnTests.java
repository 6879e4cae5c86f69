package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.reporting.LatestReports;
import org.supervision.reporting.LatestReports.Outlook;
import org.supervision.shared.AuditableEvent.Change;

/** What hinders the work and what comes next, as columns of a result table. */
@ApplicationTest
class ProblemColumnTests {

    private static final String RESULTS =
            """
            2031年一季度重点工作完成情况
            序号\t目标任务\t责任单位\t工作进展\t存在问题\t下一步打算
            1\t建成北门水厂\t市水利局\t设计已批\t%s\t加快征地
            """;
    private static final String WITHOUT_PROBLEMS =
            """
            2031年一季度重点工作完成情况
            序号\t目标任务\t责任单位\t工作进展
            1\t建成北门水厂\t市水利局\t%s
            """;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private LatestReports reports;

    private String city;

    @BeforeEach
    void aRecordedQuarter() {
        city = desk.foundGovernment();
        desk.confirm(desk.uploadText(city, RESULTS.formatted("征地慢")));
    }

    @Test
    void bothBecomePartOfTheReport() {
        assertThat(outlook().problems()).isEqualTo("征地慢");
        assertThat(outlook().nextSteps()).isEqualTo("加快征地");
    }

    @Test
    void theSameTableChangesNothing() {
        assertThat(desk.confirm(desk.uploadText(city, RESULTS.formatted("征地慢"))))
                .isEqualTo(new Confirmation(0, 0, 1, 0));
    }

    @Test
    void aChangedCellIsShownAndTakenOver() {
        ImportPreview changed = desk.uploadText(city, RESULTS.formatted("缺少资金"));

        assertThat(changed.row(1).changes()).containsExactly(Map.entry("reportProblems", new Change("征地慢", "缺少资金")));
        desk.confirm(changed);
        assertThat(outlook().problems()).isEqualTo("缺少资金");
    }

    @Test
    void aMissingColumnLeavesWhatIsStoredAndAnEmptyCellTakesItAway() {
        ImportPreview progress = desk.uploadText(city, WITHOUT_PROBLEMS.formatted("主体开工"));

        assertThat(progress.row(1).changes()).containsOnlyKeys("progress");
        desk.confirm(progress);
        assertThat(outlook().problems()).isEqualTo("征地慢");

        desk.confirm(desk.uploadText(city, RESULTS.formatted("").replace("设计已批", "主体开工")));
        assertThat(outlook().problems()).isNull();
        assertThat(outlook().nextSteps()).isEqualTo("加快征地");
    }

    @Test
    void withoutAnApprovedReportThereIsNothingToTakeOver() {
        String missing = RESULTS.formatted("缺少资金").replace("设计已批", "未报送");
        desk.confirm(desk.uploadText(city, missing));

        assertThat(desk.confirm(desk.uploadText(city, missing))).isEqualTo(new Confirmation(0, 0, 1, 0));
    }

    @Test
    void aPersonEntersThemInThePreview() {
        ImportPreview preview = desk.uploadText(city, WITHOUT_PROBLEMS.formatted("设计已批"));

        desk.correct(preview, 1, Map.of("reportProblems", "图纸未审"));

        assertThat(desk.preview(preview).row(1).changes())
                .containsExactly(Map.entry("reportProblems", new Change("征地慢", "图纸未审")));
    }

    private Outlook outlook() {
        return reports.outlooks(city, city + "-2031-q1").get(city + "-2031-q1-1");
    }
}
