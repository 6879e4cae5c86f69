package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.RoundDemands.RoundDemand;
import org.supervision.shared.Quarter;

/** What a planned round will ask of the units, and what of that is there already. */
@ApplicationTest
class RoundDemandTests {

    private static final Quarter SECOND = new Quarter(2024, 2);

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private RoundDemands demands;

    @Autowired
    private PortalPages pages;

    private TestCity city;

    @BeforeEach
    void threeKeyTasksOfOneUnit() {
        city = cities.create();
        measured(cities.keyTask(city, 1, 1));
        measured(cities.keyTask(city, 2));
        String suspended = cities.keyTask(city, 3).id();
        cities.as(city.officer(), () -> keyTasks.suspend(suspended, LocalDate.of(2024, 4, 1)));
        String round = cities.openFirstQuarter(city);
        report(round + "-2", keyTasks.get(KeyTask.id(city.code(), 2024, 2)), 3);
        cities.complete(city.liaison(1), round + "-1", "partner-part", Map.of("progress", "已配合完成。"));
        report(round + "-1", keyTasks.get(KeyTask.id(city.code(), 2024, 1)), 12);
    }

    private void measured(KeyTask keyTask) {
        keyTasks.save(keyTask.withGoal("新建口袋公园12个以上"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(
                        keyTask.id(), proposals.of(List.of(keyTask.id())).get(0).id(), 1, null));
    }

    private void report(String cycle, KeyTask keyTask, int value) {
        String indicator = String.valueOf(agreed.of(keyTask.id()).get(0).id());
        cities.complete(
                city.liaison(0),
                cycle,
                "progress-report",
                Map.of(
                        "verdict",
                        "ON_SCHEDULE",
                        "progress",
                        "第" + keyTask.number() + "项建成口袋公园" + value + "个。",
                        "indicatorValues",
                        Map.of(indicator, BigDecimal.valueOf(value))));
    }

    @Test
    void itIsCountedWhatEachUnitWillBeAskedFor() {
        RoundDemand demand = demands.of(city.code(), SECOND);

        assertThat(demand.reports()).as("nothing of what is suspended").isEqualTo(2);
        assertThat(demand.parts()).isEqualTo(1);
        assertThat(demand.units()).isEqualTo(2);
    }

    @Test
    void whatIsThereAlreadyIsNamed() {
        RoundDemand demand = demands.of(city.code(), SECOND);

        assertThat(demand.reached()).extracting(KeyTask::number).containsExactly(1);
        assertThat(demand.repeated()).singleElement().satisfies(repeated -> {
            assertThat(repeated.in()).extracting(KeyTask::number).containsExactly(1, 2);
            assertThat(repeated.indicator()).contains("口袋公园");
        });
    }

    @Test
    void theOfficeIsWarnedBeforeItOpensTheRound() {
        String round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(), new PlannedRound(SECOND, LocalDate.of(2024, 7, 1), null, null, null, null, null)));

        Element demand =
                pages.get(city.officer(), "/rounds/" + round).select("#demand").first();

        assertThat(demand.text()).contains("2 份进展报告", "1 份配合部分", "年度目标已达到的 1 项", "第 1 项", "口袋公园");
        assertThat(pages.get(city.liaison(0), "/rounds/" + round).select("#demand"))
                .isEmpty();
    }
}
