package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.People;
import org.supervision.identity.People.Newcomer;
import org.supervision.identity.Role;
import org.supervision.identity.UnitDuties;

/** Posts pass to a successor with all that waits for them; the leaver loses access at once. */
@ApplicationTest
class HandOverTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Autowired
    private People people;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private UnitDuties duties;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Clock clock;

    private String cycleOf(TestCity city) {
        cities.keyTask(city, 1);
        return cities.openFirstQuarter(city) + "-1";
    }

    private ResponseEntity<?> handOver(String by, String leaver, Map<String, Object> form) {
        return rest.post(by, "/people/{username}/hand-overs", form, leaver);
    }

    private String colleague(TestCity city) {
        return cities.as(
                city.chief(),
                () -> people.join(
                        currentUsers.required(),
                        city.code(),
                        new Newcomer(null, "新联络员", Role.LIAISON, city.units().get(0), null, null)));
    }

    @Test
    void whatWaitsForThePostWaitsForTheSuccessorWithItsDraft() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        cities.as(city.liaison(0), () -> {
            drafts.save(cities.waiting(cycle, "progress-report").id(), Map.of("progress", "选址初稿"), Map.of(), null);
            return null;
        });

        assertThat(handOver(city.chief(), city.liaison(0), Map.of("name", "王接任", "phone", "13800002222"))
                        .getStatusCode()
                        .value())
                .isEqualTo(201);

        String successor = city.units().get(0) + "-01";
        assertThat(cities.kindsWaitingFor(successor, cycle)).containsExactly("progress-report");
        assertThat(cities.<Object>as(successor, () -> workItems
                        .get(cities.waiting(cycle, "progress-report").id())
                        .values()
                        .get("progress")))
                .isEqualTo("选址初稿");
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).isEmpty();
    }

    @Test
    void theLeaverIsSignedOutAtOnceEverywhereAndTheNameStays() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        String leaver = city.liaison(0);
        cities.complete(leaver, cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址，面积3公顷"));
        Caller portal = Caller.signedIn(port, leaver, "demo");
        assertThat(portal.get("/rounds").statusCode()).isEqualTo(200);

        handOver(city.chief(), leaver, Map.of("name", "王接任"));

        assertThat(portal.get("/rounds").headers().firstValue("Location").orElse(""))
                .contains("/login");
        assertThat(portal.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(Caller.basic(port, leaver, "demo").get("/api/v1/me").statusCode())
                .isEqualTo(401);
        assertThat(pages.get(city.chief(), "/cycles/{id}", cycle).text()).contains(leaver + " 提交第 1 版");
        assertThat(pages.get(city.chief(), "/people").select("tbody th").text()).doesNotContain(leaver);
    }

    @Test
    void whoSubmittedTheReportAsLiaisonGivesItBackAsLeaderButDoesNotApproveIt() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        Map<String, String> report = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址，面积3公顷");
        cities.complete(city.liaison(0), cycle, "progress-report", report);
        handOver(city.chief(), city.leader(0), Map.of("successor", city.liaison(0)));

        assertThatThrownBy(() -> cities.complete(city.liaison(0), cycle, "unit-review", Map.of("decision", "APPROVE")))
                .hasMessageContaining("own-report");

        String colleague = colleague(city);
        cities.complete(city.liaison(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "请现任联络员核对后提交"));
        cities.complete(colleague, cycle, "progress-report", report);
        cities.complete(city.liaison(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        assertThat(cities.kindsWaitingFor(city.officer(), cycle)).containsExactly("office-review");
    }

    @Test
    void aClaimOfTheLeaverGoesBackToThePost() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        String task = cities.as(
                city.liaison(0), () -> cities.waiting(cycle, "progress-report").id());
        Caller liaison = Caller.signedIn(port, city.liaison(0), "demo");
        HttpResponse<String> claimed = liaison.post(
                "/camunda/api/engine/engine/default/task/" + task + "/claim", Map.of("userId", city.liaison(0)));
        assertThat(claimed.statusCode()).isEqualTo(204);

        handOver(city.chief(), city.liaison(0), Map.of("name", "王接任"));

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(cities.kindsWaitingFor(city.units().get(0) + "-01", cycle)).containsExactly("progress-report");
    }

    @Test
    void whatTheLeaverHasNotReadIsToldToTheSuccessorWithTheList() {
        TestCity city = cities.create();
        cycleOf(city);
        String successor = colleague(city);
        long unread = rest.get(city.liaison(0), "/inbox").getBody().at("/total").asLong();

        handOver(city.chief(), city.liaison(0), Map.of("successor", successor));

        Document inbox = pages.get(successor, "/inbox");
        assertThat(inbox.select("tbody tr, li.entry, [data-row]").size()).isEqualTo((int) unread + 1);
        assertThat(inbox.text()).contains("您接手了");
    }

    @Test
    void theListShowsWhatIsOpenToWhomItConcerns() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        String id = rest.post(city.chief(), "/people/{username}/hand-overs", Map.of("name", "王接任"), city.liaison(0))
                .getBody()
                .at("/id")
                .asText();

        for (String reader : List.of(city.units().get(0) + "-01", city.chief(), city.officer(), city.leader(0))) {
            Document list = pages.get(reader, "/hand-overs/{id}", id);
            assertThat(list.select("main h2").eachText())
                    .containsExactly("待办", "在办的季度填报", "未结的督办件", "未裁定的申诉", "在批的变更申请");
            assertThat(list.select("a[href=/cycles/" + cycle + "]").text()).contains("第 1 项 建成第1号公园");
            assertThat(list.text()).contains("4月8日 周一 18:00");
        }
        for (String other :
                List.of(city.liaison(1), city.leader(1), cities.create().chief())) {
            assertThat(pages.status(other, "/hand-overs/{id}", id)).as(other).isEqualTo(404);
        }
        assertThat(pages.status("sysadmin", "/hand-overs/{id}", id)).isEqualTo(403);
    }

    @Test
    void fromADayToComeItTakesEffectOnThatDay() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        LocalDate day = LocalDate.now(clock).plusDays(2);
        String id = rest.post(
                        city.chief(),
                        "/people/{username}/hand-overs",
                        Map.of("name", "王接任", "startsOn", day.toString()),
                        city.liaison(0))
                .getBody()
                .at("/id")
                .asText();
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).containsExactly("progress-report");

        time.to(day.atStartOfDay(clock.getZone()).toInstant().plusSeconds(60));

        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).isEmpty();
        assertThat(cities.kindsWaitingFor(city.units().get(0) + "-01", cycle)).containsExactly("progress-report");
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey("hand-over-" + id)
                                .singleResult()
                                .getId())
                        .list())
                .extracting(activity -> activity.getActivityId())
                .contains("ServiceTask_HandOver", "EndEvent_HandedOver");
    }

    @Test
    void aPlannedOneCanBeCalledOff() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        LocalDate day = LocalDate.now(clock).plusDays(2);
        Map<String, Object> form = Map.of("name", "王接任", "startsOn", day.toString());
        handOver(city.chief(), city.liaison(0), form);
        assertThat(handOver(city.chief(), city.liaison(0), form).getStatusCode().value())
                .as("a second one")
                .isEqualTo(409);
        String act = pages.get(city.chief(), "/people/hand-overs")
                .select("form[action$=/withdrawal]")
                .attr("action");

        pages.post(city.chief(), act, Map.of());
        time.to(day.atStartOfDay(clock.getZone()).toInstant().plusSeconds(60));

        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).containsExactly("progress-report");
    }

    @Test
    void whoMovesKeepsTheAccountWithTheNewPost() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);

        handOver(
                city.chief(),
                city.liaison(0),
                Map.of(
                        "name",
                        "王接任",
                        "movesTo",
                        "LIAISON",
                        "movesToUnit",
                        city.units().get(1)));

        assertThat(rest.get(city.liaison(0), "/me").getBody().at("/unit").asText())
                .isEqualTo(city.units().get(1));
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).isEmpty();
    }

    @Test
    void theDutyForUnitsGoesAlongWithTheOfficersPost() {
        TestCity city = cities.create();
        cities.as(city.chief(), () -> duties.assign(city.units().get(0), city.officer(), city.chief()));

        handOver(city.chief(), city.officer(), Map.of("name", "王接任"));

        assertThat(duties.of(city.units().get(0)).orElseThrow().officerName()).isEqualTo("王接任");
    }

    @Test
    void theSystemAdministratorsSuccessorWaitsForTheSecurityAdministrator() {
        TestCity city = cities.create();
        String cycle = cycleOf(city);
        String successor = city.units().get(0) + "-01";
        handOver("sysadmin", city.liaison(0), Map.of("government", city.code(), "name", "王接任"));
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).isEmpty();
        assertThat(cities.kindsWaitingFor(successor, cycle)).isEmpty();

        pages.post(
                "secadmin",
                "/posts",
                Map.of(
                        "post",
                        successor + " " + city.code() + "/units/" + city.units().get(0) + "/liaison",
                        "granted",
                        "true"));

        assertThat(cities.kindsWaitingFor(successor, cycle)).containsExactly("progress-report");
    }

    @Test
    void whatIsWrongIsRefused() {
        TestCity city = cities.create();
        assertThat(handOver(city.chief(), city.mayor(), Map.of("name", "王接任"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(handOver(city.officer(), city.liaison(0), Map.of("name", "王接任"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(handOver(city.chief(), city.liaison(0), Map.of("successor", city.liaison(1)))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(handOver(city.chief(), city.liaison(0), Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(handOver(city.chief(), city.liaison(0), Map.of("name", "王", "startsOn", "2001-01-01"))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(handOver(city.chief(), cities.create().liaison(0), Map.of("name", "王接任"))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }
}
