package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.UnitDuties;
import org.supervision.reporting.CycleStep;
import org.supervision.shared.DomainException;

/** What is late now, on which rung, for whom, and who looks after it. The report is due on Monday 2024-04-08 at 18:00. */
@ApplicationTest
class OverdueCyclesTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");

    @Autowired
    private TestCities cities;

    @Autowired
    private OverdueCycles overdue;

    @Autowired
    private UnitDuties duties;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aRoundIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1, 1, 2);
        cities.keyTask(city, 2);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void aStepIsLateFromItsInstantOnAndClimbsItsLadder() {
        cities.complete(city.liaison(1), cycle, "partner-part", Map.of("progress", "移交用地。"));
        time.to(at("2024-04-08T17:59"));
        assertThat(late()).extracting(OverdueCycle::step).containsExactly(CycleStep.PART);

        time.to(at("2024-04-08T18:01"));
        assertThat(late())
                .extracting(OverdueCycle::number, OverdueCycle::step, OverdueCycle::unitName, OverdueCycle::rung)
                .containsExactly(
                        tuple(1, CycleStep.PART, "市三局", Rung.FIRST_REMINDER),
                        tuple(1, CycleStep.REPORT, "市一局", null),
                        tuple(2, CycleStep.REPORT, "市一局", null));
        assertThat(summary())
                .isEqualTo(new OverdueCycles.Summary(
                        3, 2, Map.of(Rung.FIRST_REMINDER, 1L), Map.of(CycleStep.PART, 1L, CycleStep.REPORT, 2L)));

        time.to(at("2024-04-11T09:00"));
        assertThat(late())
                .filteredOn(each -> each.step() == CycleStep.REPORT)
                .extracting(OverdueCycle::rung, OverdueCycle::workingDaysOverdue)
                .containsOnly(tuple(Rung.SECOND_REMINDER, 3));
        assertThat(as(city.officer(), () -> overdue.list(Rung.SECOND_REMINDER, currentUsers.required(), 0, 1)))
                .satisfies(page -> {
                    assertThat(page.items()).hasSize(1);
                    assertThat(page.total()).isEqualTo(2);
                });
    }

    @Test
    void whatIsInIsNotLateAndItsReviewIsAfterItsOwnDate() {
        time.to(at("2024-04-11T09:00"));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(late()).extracting(OverdueCycle::number).containsExactly(2);

        time.to(at("2024-04-16T09:00"));
        assertThat(late())
                .filteredOn(each -> each.number() == 1)
                .extracting(OverdueCycle::step, OverdueCycle::rung)
                .containsExactly(tuple(CycleStep.UNIT_REVIEW, Rung.FIRST_REMINDER));
    }

    @Test
    void aCycleStandsWithItsOfficerItsReturnsAndItsInstance() {
        String second = cycle.replaceFirst("1$", "2");
        as(city.chief(), () -> duties.assign(city.units().get(0), city.officer(), null));
        cities.complete(city.liaison(0), second, "progress-report", REPORT);
        cities.complete(city.leader(0), second, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        time.to(at("2024-04-22T09:00"));

        OverdueCycles.Standing standing = as(city.officer(), () -> overdue.standing(second, currentUsers.required()));

        assertThat(standing.timesReturned()).isEqualTo(1);
        assertThat(standing.officer()).isNotBlank();
        assertThat(standing.late()).hasSize(1).allSatisfy(each -> {
            assertThat(each.officer()).isEqualTo(standing.officer());
            assertThat(each.timesReturned()).isEqualTo(1);
            assertThat(each.instanceId())
                    .isEqualTo(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("quarterly-cycle")
                            .processInstanceBusinessKey(second)
                            .singleResult()
                            .getId());
        });
    }

    @Test
    void unitsAndOtherGovernmentsReadNothingOfIt() {
        time.to(at("2024-04-22T09:00"));
        TestCity other = cities.create();

        assertThat(as(other.chief(), () -> overdue.list(null, currentUsers.required(), 0, 50))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> as(other.chief(), () -> overdue.standing(cycle, currentUsers.required())))
                .isInstanceOf(DomainException.class);
        for (String reader : List.of(city.liaison(0), city.leader(0))) {
            assertThatThrownBy(() -> as(reader, () -> overdue.summary(currentUsers.required())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> as(reader, () -> overdue.standing(cycle, currentUsers.required())))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private List<OverdueCycle> late() {
        return as(city.officer(), () -> overdue.list(null, currentUsers.required(), 0, 50))
                .items();
    }

    private OverdueCycles.Summary summary() {
        return as(city.officer(), () -> overdue.summary(currentUsers.required()));
    }

    private <T> T as(String username, java.util.function.Supplier<T> act) {
        return cities.as(username, act);
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
