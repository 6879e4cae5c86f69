package org.supervision.keytask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.shared.DomainException;

/** The chief issues the plan of a year, once. */
@ApplicationTest
class AnnualPlansTests {

    @Autowired
    private AnnualPlans plans;

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;

    @BeforeEach
    void aDraftOfTwoKeyTasks() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2);
        time.to(Instant.parse("2024-01-29T02:00:00Z"));
    }

    @Test
    void issuingBindsTheYearAndLetsUnitsObjectForFiveWorkingDays() {
        var answer = rest.post(city.chief(), "/plans/2024/issuance", null);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody().at("/keyTasks").asInt()).isEqualTo(2);
        assertThat(answer.getBody().at("/issuedBy").asText()).isEqualTo(city.chief());
        assertThat(answer.getBody().at("/issuedAt").asText()).startsWith("2024-01-29T10:0");
        // 4 February is a make-up Sunday before the Spring Festival.
        assertThat(answer.getBody().at("/objectionsUntil").asText()).isEqualTo("2024-02-04T18:00:00+08:00");
        assertThat(assignedOn(1)).isEqualTo(LocalDate.of(2024, 1, 29));
        assertThat(plans.isIssued(city.code(), 2024)).isTrue();
        assertThat(plans.isIssued(city.code(), 2025)).isFalse();
    }

    @Test
    void issuingAgainChangesNothing() {
        var first = rest.post(city.chief(), "/plans/2024/issuance", null).getBody();
        time.to(Instant.parse("2024-02-20T02:00:00Z"));

        assertThat(rest.post(city.chief(), "/plans/2024/issuance", null).getBody())
                .isEqualTo(first);
        assertThat(assignedOn(2)).isEqualTo(LocalDate.of(2024, 1, 29));
        assertThat(jdbc.sql("select count(*) from audit_entry where government = ? and act = 'issue-plan'")
                        .param(city.code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyTheChiefIssues() {
        assertThat(rest.post(city.officer(), "/plans/2024/issuance", null).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> cities.as(city.officer(), () -> plans.issue(2024)));
        assertThat(rest.post(cities.create().chief(), "/plans/2024/issuance", null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(plans.isIssued(city.code(), 2024)).isFalse();
    }

    @Test
    void aYearWithoutKeyTasksCannotBeIssued() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> cities.as(city.chief(), () -> plans.issue(2031)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("keytask.plan.empty"));
    }

    @Test
    void thePageTellsTheChiefWhatIssuingDoesAndEverybodyThatItWasDone() {
        assertThat(pages.get(city.officer(), "/key-tasks").select(".next-act")).isEmpty();
        var draft = pages.get(city.chief(), "/key-tasks");
        assertThat(draft.select(".next-act").text()).contains("印发 2024 年计划", "2 项重点任务即行生效", "2月4日", "印发 2 项重点任务");

        String form = draft.select(".next-act form").attr("action");
        assertThat(pages.post(city.chief(), form, java.util.Map.of()).getRedirectedUrl())
                .isEqualTo("/key-tasks?year=2024");

        assertThat(pages.get(city.chief(), "/key-tasks").select(".next-act")).isEmpty();
        assertThat(pages.get(city.liaison(0), "/key-tasks").select(".facts").text())
                .contains("2024 年计划已于", "印发", "牵头异议期至");
    }

    private LocalDate assignedOn(int number) {
        return jdbc.sql("select assigned_on from key_task where id = ?")
                .param(KeyTask.id(city.code(), 2024, number))
                .query(LocalDate.class)
                .single();
    }
}
