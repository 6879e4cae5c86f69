package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.calendar.WorkingDays;
import org.supervision.changerequest.ChangeRequests;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.People;
import org.supervision.identity.Role;

/** Whoever is away lets a colleague hold the post for some days; it comes back by itself. */
@ApplicationTest
class PostDeputyTests {

    private static final LocalDate TODAY = LocalDate.of(2024, 4, 1);

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TimeTravel time;

    @Autowired
    private ChangeRequests requests;

    @Autowired
    private People people;

    @Autowired
    private CurrentUsers currentUsers;

    private String cycleOf(TestCity city) {
        cities.keyTask(city, 1);
        return cities.openFirstQuarter(city) + "-1";
    }

    private ResponseEntity<JsonNode> name(String holder, String deputy, LocalDate startsOn, LocalDate endsOn) {
        Map<String, Object> form = new HashMap<>();
        form.put("deputy", deputy);
        form.put("startsOn", startsOn == null ? null : startsOn.toString());
        form.put("endsOn", endsOn == null ? null : endsOn.toString());
        return rest.post(holder, "/me/deputies", form);
    }

    private void morningOf(LocalDate day) {
        time.to(day.atTime(0, 1).atZone(WorkingDays.ZONE).toInstant());
    }

    private boolean reportWaitsFor(String username, String cycle) {
        return cities.kindsWaitingFor(username, cycle).contains("progress-report");
    }

    @Test
    void aDeputyHoldsThePostFromTheFirstDayToTheLastBesidesItsHolder() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);

        ResponseEntity<JsonNode> named = name(city.liaison(0), city.leader(0), TODAY.plusDays(1), TODAY.plusDays(2));
        assertThat(named.getStatusCode().value()).as("%s", named).isEqualTo(201);
        assertThat(named.getBody().at("/state").asText()).isEqualTo("PLANNED");
        assertThat(reportWaitsFor(city.leader(0), cycle)).isFalse();

        morningOf(TODAY.plusDays(1));
        assertThat(reportWaitsFor(city.leader(0), cycle)).isTrue();
        assertThat(reportWaitsFor(city.liaison(0), cycle)).isTrue();
        morningOf(TODAY.plusDays(2));
        assertThat(reportWaitsFor(city.leader(0), cycle)).isTrue();

        morningOf(TODAY.plusDays(3));
        assertThat(reportWaitsFor(city.leader(0), cycle)).isFalse();
        assertThat(reportWaitsFor(city.liaison(0), cycle)).isTrue();
        assertThat(rest.get(city.liaison(0), "/me/deputies")
                        .getBody()
                        .at("/0/state")
                        .asText())
                .isEqualTo("ENDED");
    }

    @Test
    void itBeginsAtOnceEndsEarlyAndGivesClaimsBack() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        String id = name(city.liaison(0), city.leader(0), null, TODAY.plusDays(9))
                .getBody()
                .at("/id")
                .asText();
        assertThat(reportWaitsFor(city.leader(0), cycle)).isTrue();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(cycle)
                .singleResult()
                .getId();
        tasks.claim(task, city.leader(0));

        assertThat(rest.post(city.leader(0), "/me/deputies/{id}/withdrawal", null, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(rest.post(city.liaison(0), "/me/deputies/{id}/withdrawal", null, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);

        assertThat(reportWaitsFor(city.leader(0), cycle)).isFalse();
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(rest.post(city.liaison(0), "/me/deputies/{id}/withdrawal", null, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
        morningOf(TODAY.plusDays(10));
        assertThat(rest.get(city.chief(), "/audit-entries?size=100").getBody().toString())
                .contains("name-deputy", "begin-deputy", "end-deputy");
    }

    @ParameterizedTest
    @CsvSource({
        "leader of another unit, , 1",
        "the officer, , 1",
        "the holder, , 1",
        "leader, -1, 1",
        "leader, 400, 401",
        "leader, 2, 1",
        "leader, , ",
        "leader, , 92"
    })
    void namingIsRefused(String who, Integer first, Integer last) {
        TestCity city = cities.create();
        cycleOf(city);
        String deputy =
                switch (who) {
                    case "leader of another unit" -> city.leader(1);
                    case "the officer" -> city.officer();
                    case "the holder" -> city.liaison(0);
                    default -> city.leader(0);
                };

        ResponseEntity<JsonNode> answer = name(
                city.liaison(0),
                deputy,
                first == null ? null : TODAY.plusDays(first),
                last == null ? null : TODAY.plusDays(last));

        assertThat(answer.getStatusCode().value()).as("%s", answer).isEqualTo(422);
    }

    @Test
    void aPostHasOneDeputyWhoPassesItToNobody() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        name(city.liaison(0), city.leader(0), null, TODAY.plusDays(3));

        assertThat(name(city.liaison(0), city.leader(0), TODAY.plusDays(1), TODAY.plusDays(2))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(rest.post(
                                city.leader(0),
                                "/me/deputies",
                                Map.of(
                                        "post",
                                                city.code() + "/units/"
                                                        + city.units().get(0) + "/liaison",
                                        "deputy", city.liaison(0),
                                        "endsOn", TODAY.plusDays(1).toString()))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);

        // The deputy leaves: what was lent goes back, what was held passes on.
        rest.post(city.chief(), "/people/{username}/hand-overs", Map.of("name", "接任人"), city.leader(0));
        String successor = city.units().get(0) + "-01";
        assertThat(reportWaitsFor(successor, cycle)).isFalse();
        assertThat(reportWaitsFor(city.liaison(0), cycle)).isTrue();
        assertThat(rest.get(city.liaison(0), "/me/deputies")
                        .getBody()
                        .at("/0/state")
                        .asText())
                .isEqualTo("ENDED");
        morningOf(TODAY.plusDays(4));
    }

    @Test
    void aPlannedDeputyWhoseHolderHasLeftNeverBegins() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        name(city.liaison(0), city.leader(0), TODAY.plusDays(2), TODAY.plusDays(3));

        rest.post(city.chief(), "/people/{username}/hand-overs", Map.of("name", "接任人"), city.liaison(0));
        morningOf(TODAY.plusDays(2));

        assertThat(reportWaitsFor(city.leader(0), cycle)).isFalse();
    }

    @Test
    void theChiefEndsADeputyWhoseHolderIsOutOfReach() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        String id = name(city.liaison(0), city.leader(0), null, TODAY.plusDays(9))
                .getBody()
                .at("/id")
                .asText();
        assertThat(rest.post(city.officer(), "/me/deputies/{id}/withdrawal", null, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(rest.post(cities.create().chief(), "/me/deputies/{id}/withdrawal", null, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);

        assertThat(pages.get(city.chief(), "/deputies").select("tbody").text()).contains("代理中", "提前结束");
        assertThat(pages.post(city.chief(), "/deputies/" + id + "/withdrawal", Map.of())
                        .getStatus())
                .isEqualTo(302);

        assertThat(reportWaitsFor(city.leader(0), cycle)).isFalse();
        assertThat(pages.get(city.chief(), "/deputies").select("tbody")).isEmpty();
        morningOf(TODAY.plusDays(10));
    }

    @Test
    void whoGetsThePostForGoodKeepsItWhenTheDaysAreOver() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        name(city.liaison(0), city.leader(0), null, TODAY.plusDays(1));

        cities.as(city.chief(), () -> {
            people.give(
                    currentUsers.required(),
                    city.code(),
                    city.leader(0),
                    Role.LIAISON,
                    city.units().get(0));
            return true;
        });

        assertThat(rest.get(city.liaison(0), "/me/deputies")
                        .getBody()
                        .at("/0/state")
                        .asText())
                .isEqualTo("ENDED");
        morningOf(TODAY.plusDays(2));
        assertThat(reportWaitsFor(city.leader(0), cycle)).isTrue();
    }

    @Test
    void whoHoldsBothPostsByADeputysDaysApprovesNothingOfTheirOwn() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        String request = cities.as(
                city.liaison(0), () -> requests.askExtension(cycle, LocalDate.of(2024, 4, 15), "等上级批复", "完成选址"));
        name(city.leader(0), city.liaison(0), null, TODAY.plusDays(3));

        assertThatThrownBy(
                        () -> cities.complete(city.liaison(0), request, "change-decision", Map.of("decision", "GRANT")))
                .hasMessageContaining("own-request");
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址，面积3公顷"));
        assertThatThrownBy(() -> cities.complete(city.liaison(0), cycle, "unit-review", Map.of("decision", "APPROVE")))
                .hasMessageContaining("own-report");

        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        morningOf(TODAY.plusDays(4));
    }

    @Test
    void thePageNamesShowsAndEnds() {
        TestCity city = cities.create();
        cycleOf(city);
        String address = "/deputies";
        assertThat(pages.get(city.liaison(0), address)
                        .select("#field-deputy option[value]")
                        .eachAttr("value"))
                .containsExactly("", city.leader(0));

        assertThat(pages.post(
                                city.liaison(0),
                                address,
                                Map.of(
                                        "post",
                                                city.code() + "/units/"
                                                        + city.units().get(0) + "/liaison",
                                        "deputy", city.leader(0),
                                        "endsOn", TODAY.plusDays(1).toString()))
                        .getStatus())
                .isEqualTo(302);

        assertThat(pages.get(city.liaison(0), address).select("tbody").text())
                .contains("代理中", "2024-04-01 至 2024-04-02", "提前结束");
        assertThat(pages.get(city.leader(0), address).select("tbody").text())
                .contains("代理中")
                .doesNotContain("提前结束");
        assertThat(pages.post(city.liaison(0), address, Map.of("deputy", city.leader(0)))
                        .getStatus())
                .isEqualTo(422);
        assertThat(pages.status("sysadmin", address)).isEqualTo(403);
        morningOf(TODAY.plusDays(2));
    }
}
