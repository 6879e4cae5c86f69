package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;

/** What was reported of indicators is told where figures are wanted: before a meeting and at the end of the year. */
@ApplicationTest
class FiguresOutTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Test
    void aTaskThatIsBehindByItsNumbersIsTalkedAboutAndItsFiguresComeFirst() {
        TestCity city = cities.create();
        KeyTask stored = cities.keyTask(city, 1);
        keyTasks.save(stored.withGoal("新建口袋公园12个以上"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(
                        stored.id(), proposals.of(List.of(stored.id())).get(0).id(), 1, null));
        String indicator = String.valueOf(agreed.of(stored.id()).get(0).id());
        cities.keyTask(city, 2);
        String round = cities.openFirstQuarter(city);
        report(city, round + "-1", Map.of(indicator, 2));
        report(city, round + "-2", Map.of());

        assertThat(pages.get(city.mayor(), "/rounds/{id}/meeting-pack", round)
                        .select("tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains("督查室结论：按序时推进 计算灯：滞后 结论与计算灯不一致", "新建口袋公园：目标≥12个，实际2个，完成 16.6%");
        assertThat(pages.get(city.mayor(), "/key-tasks/summaries/2024")
                        .select("main .card-body p")
                        .eachText())
                .contains("新建口袋公园12个以上：新建口袋公园：目标≥12个，实际2个，完成 16.6%。正在施工。")
                .noneMatch(paragraph -> paragraph.contains("报送）"));
    }

    private void report(TestCity city, String cycle, Map<String, ?> values) {
        cities.complete(
                city.liaison(0),
                cycle,
                "progress-report",
                Map.of("verdict", "ON_SCHEDULE", "progress", "正在施工。", "indicatorValues", values));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));
    }
}
