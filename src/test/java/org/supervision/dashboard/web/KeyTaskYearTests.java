package org.supervision.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.Statements;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.dashboard.PastCycles;
import org.supervision.dashboard.web.KeyTaskYear.QuarterColumn;
import org.supervision.dashboard.web.KeyTaskYear.Scope;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Governments;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.workflow.Drafts;

/** The year of a key task: what was planned above what was reported, for whoever may know it. */
@ApplicationTest
class KeyTaskYearTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TimeTravel time;

    @Autowired
    private KeyTaskYears years;

    @Autowired
    private Governments governments;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;
    private String keyTask;
    private String indicator;

    private void aSharedKeyTaskWithAnIndicator() {
        time.to(at("2024-03-01T09:00"));
        city = cities.create();
        KeyTask stored = cities.keyTask(city, 1, 1);
        keyTask = stored.id();
        keyTasks.save(stored.withGoal("新建口袋公园12个以上"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(
                        keyTask, proposals.of(List.of(keyTask)).get(0).id(), 1, null));
        indicator = String.valueOf(agreed.of(keyTask).get(0).id());
    }

    /** The first quarter is approved with four of twelve; the second is late, returned once and with the office. */
    private void twoQuartersAreReported() {
        aSharedKeyTaskWithAnIndicator();
        String first = cities.openFirstQuarter(city) + "-1";
        cities.complete(city.liaison(1), first, "partner-part", Map.of("progress", "移交用地。"));
        report(first, "ON_SCHEDULE", "完成选址，建成4个。", "4");
        cities.complete(city.leader(0), first, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), first, "office-review", Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));
        String second = cities.openRound(city, 2) + "-1";
        time.to(at("2024-07-09T09:00"));
        report(second, "ON_SCHEDULE", "开工两处。", "5");
        cities.complete(city.leader(0), second, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        report(second, "ON_SCHEDULE", "城东、城西两处开工。", "5");
        cities.complete(city.leader(0), second, "unit-review", Map.of("decision", "APPROVE"));
    }

    private void report(String cycle, String verdict, String progress, String value) {
        cities.complete(
                city.liaison(0),
                cycle,
                "progress-report",
                Map.of("verdict", verdict, "progress", progress, "indicatorValues", Map.of(indicator, value)));
    }

    private Document year(String reader, String query) {
        return pages.get(reader, "/key-tasks/{id}/year" + query, keyTask);
    }

    @Test
    void setsWhatWasReportedAgainstThePlanInFourColumns() {
        twoQuartersAreReported();

        Document page = year(city.officer(), "");

        assertThat(page.select(".quarters thead .lamp").eachText()).containsExactly("正常", "滞后", "未到", "未到");
        assertThat(page.select(".quarters thead th.is-current").text()).startsWith("第二季度");
        assertThat(row(page, "进度安排")).containsExactly("完成选址", "开工", "主体完工", "建成");
        assertThat(row(page, "本季进展")).containsExactly("完成选址，建成4个。", "城东、城西两处开工。", "未到", "未到");
        assertThat(row(page, "新建口袋公园"))
                .satisfies(cells -> assertThat(cells.get(0)).startsWith("4个 正常 完成 33.3%，应达 25%"))
                .satisfies(cells -> assertThat(cells.get(1)).startsWith("5个 滞后 完成 41.6%，应达 50%"))
                .endsWith("未到", "未到");
        assertThat(page.select(".quarters .bar-behind")).isNotEmpty();
        assertThat(row(page, "单位自评")).containsExactly("按序时推进", "按序时推进 与计算灯不一致", "未到", "未到");
        assertThat(row(page, "督查室结论")).containsExactly("按序时推进", "待审", "未到", "未到");
        assertThat(row(page, "办理").get(0)).contains("04-01 报", "04-01 过", "1 版");
        assertThat(row(page, "办理").get(1)).contains("07-09 报", "2 版", "督催〔2024〕1号");
    }

    @Test
    void tellsWhereTheQuarterIsAndWhoHadIt() {
        twoQuartersAreReported();

        Document page = year(city.leader(0), "");

        assertThat(page.select(".way h2").text()).isEqualTo("2024年第二季度流程");
        assertThat(page.select(".segments").text()).contains("配合单位 2", "联络员 4");
        assertThat(page.select(".diagram-canvas").attr("data-tokens")).contains("UserTask_ReviewByOffice");
        assertThat(page.select("aside, section").select("h2").eachText()).contains("督办件 2 份", "附件");
        assertThat(page.select(".rows .slip-ended").text()).contains("督催〔2024〕1号");
    }

    @Test
    void theHistoryIsThatOfTheYearOrOfTheQuarter() {
        twoQuartersAreReported();

        assertThat(year(city.officer(), "").select(".timeline li").eachText())
                .first()
                .asString()
                .contains("二季", "通过，送督查室");
        assertThat(year(city.officer(), "").select(".timeline").text()).contains("一季　提交第 1 版", "二季　退回第 1 版：写明地点");
        assertThat(year(city.officer(), "?history=QUARTER")
                        .select(".timeline li")
                        .eachText())
                .hasSizeGreaterThan(6)
                .noneMatch(line -> line.contains("一季"));
    }

    @Test
    void aPartnersLiaisonReadsTheOwnPartOnly() {
        twoQuartersAreReported();

        Document page = year(city.liaison(1), "");

        assertThat(row(page, "本季进展")).startsWith("报告由牵头单位和督查室看", "报告由牵头单位和督查室看");
        assertThat(row(page, "新建口袋公园")).startsWith("不在配合单位的阅看范围");
        assertThat(page.text()).contains("交配合部分").doesNotContain("城东", "写明地点", "督催", "提交第", "41.6%");
        assertThat(year(city.leader(1), "").text()).contains("城东、城西两处开工。");
    }

    @Test
    void aDraftIsReadByNobodyHere() {
        aSharedKeyTaskWithAnIndicator();
        String cycle = cities.openFirstQuarter(city) + "-1";
        time.to(at("2024-04-03T18:01"));
        cities.as(city.liaison(0), () -> {
            String item = cities.waiting(cycle, "progress-report").id();
            return drafts.save(
                    item, Map.of("progress", "初稿在此", "indicatorValues", Map.of(indicator, "7")), Map.of(), null);
        });

        for (String reader : List.of(city.officer(), city.leader(0), city.leader(1), city.mayor())) {
            assertThat(year(reader, "").text()).doesNotContain("初稿在此", "7个").contains("未报");
        }
    }

    @Test
    void isToldOfAYearThatHasNotBegun() {
        aSharedKeyTaskWithAnIndicator();

        Document page = year(city.liaison(0), "");

        assertThat(page.select(".quarters thead .lamp").eachText()).containsExactly("未到", "未到", "未到", "未到");
        assertThat(page.select(".way, .timeline")).isEmpty();
        assertThat(page.text()).contains("还没有办理记录");
        assertThat(pages.get(city.officer(), "/key-tasks/{id}/year?lang=en", keyTask)
                        .select("h2")
                        .eachText())
                .contains("Plan and reports, quarter by quarter");
    }

    @Test
    void whatThePlanLeavesOutIsNoGap() {
        aSharedKeyTaskWithAnIndicator();
        KeyTask stored = keyTasks.get(keyTask);
        keyTasks.save(new KeyTask(
                stored.id(),
                stored.government(),
                stored.year(),
                stored.number(),
                stored.goal(),
                stored.leadUnit(),
                stored.supportingUnits(),
                stored.section(),
                stored.supervisionPhone(),
                stored.source(),
                stored.milestones().subList(1, 4),
                stored.version()));
        cities.openRound(city, 2);

        KeyTaskYear year = years.tell(keyTask, Scope.YEAR, officer(city.code()));

        assertThat(year.quarters())
                .extracting(QuarterColumn::lamp)
                .containsExactly("NONE", "UNKNOWN", "NOT_DUE", "NOT_DUE");
    }

    @Test
    void fourCyclesCostAsManyStatementsAsOne() {
        String past = "y" + Long.toString(System.nanoTime(), 36);
        governments.create(past, past);
        PastCycles.fill(jdbc, past, 3, 7, 4, 4);
        // No process runs for its cycles: a notice of holidays must not move their deadlines.
        jdbc.sql("update reporting_round set state = 'CLOSED', closed_at = opened_at where government = ?")
                .param(past)
                .update();

        // The first year of the history has its last quarter only.
        long one = Statements.of(() -> tell(past + "-2024-1", 1));
        long four = Statements.of(() -> tell(past + "-2025-1", 4));

        assertThat(four).isEqualTo(one).isPositive().isLessThan(25);
    }

    private void tell(String id, int cycles) {
        assertThat(years.tell(id, Scope.YEAR, officer(id.substring(0, id.indexOf('-'))))
                        .quarters())
                .filteredOn(quarter -> quarter.cycle() != null)
                .hasSize(cycles);
    }

    private static CurrentUser officer(String government) {
        return CurrentUser.of("officer", "officer", Set.of(government + "/office/officer"));
    }

    private static List<String> row(Document page, String head) {
        return page.select(".quarters tbody tr:not(.only-narrow):has(th:contains(%s)) td".formatted(head))
                .eachText();
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
