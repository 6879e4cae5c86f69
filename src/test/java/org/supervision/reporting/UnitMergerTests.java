package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.Instructions;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;

/** A unit is merged into another while its cycles run: whatever waited for the one waits for the other. */
@ApplicationTest
class UnitMergerTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");

    @Autowired
    private TestCities cities;

    @Autowired
    private OrgUnits units;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private CycleViews cycles;

    @Autowired
    private Instructions instructions;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String round;

    @BeforeEach
    void theFirstUnitLeadsAndTheSecondSupports() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        round = cities.openFirstQuarter(city);
    }

    @Test
    void theDraftTheReviewAndTheTimerGoOnWithTheOtherUnit() {
        units.merge(city.units().get(0), city.units().get(2));

        assertThat(cities.kindsWaitingFor(city.liaison(0), round + "-1")).isEmpty();
        cities.complete(city.liaison(2), round + "-1", "progress-report", REPORT);
        cities.complete(city.leader(2), round + "-1", "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        cities.complete(city.liaison(2), round + "-1", "progress-report", REPORT);
        assertThat(keyTasks.get(city.code() + "-2024-1").leadUnit())
                .isEqualTo(city.units().get(2));
        time.to(Instant.parse("2024-04-08T10:01:00Z"));
        assertThat(view(round + "-2").overdue()).isTrue();
        assertThat(view(round + "-2").leadUnit()).isEqualTo(city.units().get(2));
    }

    @Test
    void aPartThatIsAwaitedIsOwedByTheOtherUnit() {
        units.merge(city.units().get(1), city.units().get(2));

        assertThat(cities.kindsWaitingFor(city.liaison(1), round + "-2")).isEmpty();
        cities.complete(city.liaison(2), round + "-2", "partner-part", Map.of("progress", "移交用地。"));

        assertThat(cities.as(city.officer(), () -> cycles.detail(round + "-2", currentUsers.required()))
                        .parts())
                .singleElement()
                .satisfies(
                        part -> assertThat(part.unit()).isEqualTo(city.units().get(2)));
        assertThat(cities.kindsWaitingFor(city.liaison(0), round + "-2")).containsExactly("progress-report");
    }

    @Test
    void aPartThatTheLeadWouldOweItselfIsOwedNoMore() {
        units.merge(city.units().get(1), city.units().get(0));

        assertThat(cities.as(city.officer(), () -> cycles.detail(round + "-2", currentUsers.required()))
                        .parts())
                .isEmpty();
        assertThat(cities.kindsWaitingFor(city.liaison(0), round + "-2")).containsExactly("progress-report");
    }

    @Test
    void anOrderIsAnsweredByTheOtherUnit() {
        String order = cities.as(city.mayor(), () -> instructions.instruct(city.code() + "-2024-1", "请报告进展。", null));
        cities.complete(city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请报告进展。"));

        units.merge(city.units().get(0), city.units().get(2));

        assertThat(cities.kindsWaitingFor(city.leader(0), order)).isEmpty();
        cities.complete(city.leader(2), order, "order-answer", Map.of("answer", "已开工。"));
    }

    @Test
    void theOldNameMeansTheOtherUnitFromNowOn() {
        String name = units.get(city.units().get(0)).name();
        units.merge(city.units().get(0), city.units().get(2));

        assertThat(units.directory(city.code()).find(name).orElseThrow().unitCodes())
                .containsExactly(city.units().get(2));
        assertThatThrownBy(() -> units.merge(city.units().get(1), city.units().get(0)))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> units.merge(city.units().get(1), city.units().get(1)))
                .isInstanceOf(DomainException.class);
    }

    private CycleView view(String cycle) {
        return cities.as(city.officer(), () -> cycles.get(cycle, currentUsers.required()));
    }
}
