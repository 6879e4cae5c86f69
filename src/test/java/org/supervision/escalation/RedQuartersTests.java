package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** A key task that stays without an approved report for three quarters is put before the city leaders. */
@ApplicationTest
class RedQuartersTests {

    private static final List<String> FIRST_DAYS = List.of("2024-04-01", "2024-07-01", "2024-10-08", "2025-01-02");

    @Autowired
    private TestCities cities;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private SlipViews slips;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    private TestCity city;

    @BeforeEach
    void twoKeyTasksArePlanned() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2);
        time.to(OffsetDateTime.parse("2024-03-29T09:00:00+08:00").toInstant());
    }

    @Test
    void anInterviewIsProposedWhenTheThirdRedQuarterInARowCloses() {
        closeQuarter(1);
        closeQuarter(2);
        assertThat(proposals()).isEmpty();

        closeQuarter(3);

        assertThat(proposals()).extracting(SlipView::keyTaskNumber).containsExactlyInAnyOrder(1, 2);
        assertThat(proposals())
                .extracting(SlipView::unit)
                .containsOnly(city.units().get(0));
        assertThat(cities.kindsWaitingFor(city.mayor(), proposals().get(0).id()))
                .containsExactly("interview-decision");
    }

    @Test
    void anApprovedReportInBetweenBeginsTheCountAnew() {
        closeQuarter(1);
        closeQuarter(2, 1);
        closeQuarter(3);
        assertThat(proposals()).extracting(SlipView::keyTaskNumber).containsExactly(2);

        closeQuarter(4);

        assertThat(proposals()).extracting(SlipView::keyTaskNumber).containsExactly(2, 2);
    }

    /** Opens a quarter, has these key tasks reported and approved, and closes it on its first day. */
    private void closeQuarter(int quarter, int... reported) {
        LocalDate first = LocalDate.parse(FIRST_DAYS.get(quarter - 1));
        String round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(new Quarter(2024, quarter), first, null, null, null, null, null)));
        time.to(OffsetDateTime.parse(first + "T09:00:00+08:00").toInstant());
        for (int number : reported) {
            String cycle = round + "-" + number;
            cities.complete(
                    city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。"));
            cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
            cities.complete(
                    city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));
        }
        cities.complete(city.officer(), round, "round-closing", Map.of());
        time.to(OffsetDateTime.parse(first + "T10:00:00+08:00").toInstant());
    }

    private List<SlipView> proposals() {
        return cities.as(city.mayor(), () -> slips.list(
                        new SlipFilter(null, null, SlipKind.INTERVIEW, null, true), currentUsers.required(), 0, 50)
                .items());
    }
}
