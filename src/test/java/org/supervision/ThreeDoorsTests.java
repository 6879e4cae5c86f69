package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.workflow.Caller;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** The portal, REST and Tasklist are three doors to the same room: the same steps, the same checks, the same words. */
@ApplicationTest
class ThreeDoorsTests {

    /** A way to complete a work item over HTTP. */
    enum Door {
        PORTAL {
            @Override
            HttpResponse<String> complete(int port, String username, String workItem, Map<String, String> values) {
                Caller person = Caller.signedIn(port, username, "demo");
                String page = "/work-items/" + workItem;
                Map<String, String> fields = new HashMap<>(values);
                fields.put("_csrf", person.csrf(page));
                return person.form(page + "/completion", fields);
            }
        },
        REST {
            @Override
            HttpResponse<String> complete(int port, String username, String workItem, Map<String, String> values) {
                return Caller.basic(port, username, "demo")
                        .post("/api/v1/work-items/" + workItem + "/completion", Map.of("values", values));
            }
        },
        TASKLIST {
            @Override
            HttpResponse<String> complete(int port, String username, String workItem, Map<String, String> values) {
                Map<String, Object> variables = new HashMap<>();
                values.forEach((key, value) -> variables.put(key, Map.of("value", value, "type", "String")));
                return Caller.signedIn(port, username, "demo")
                        .post(
                                "/camunda/api/engine/engine/default/task/" + workItem + "/submit-form",
                                Map.of("variables", variables));
            }
        };

        abstract HttpResponse<String> complete(int port, String username, String workItem, Map<String, String> values);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private CycleViews cycles;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aCycleWaitsForItsReport() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @ParameterizedTest
    @EnumSource
    void aReportIsReturnedResubmittedAndApprovedThroughEachDoor(Door door) {
        pass(door, city.liaison(0), Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。"));
        pass(door, city.leader(0), Map.of("decision", "RETURN", "comment", "写明地点"));
        pass(door, city.liaison(0), Map.of("verdict", "ON_SCHEDULE", "progress", "完成城东选址。"));
        pass(door, city.leader(0), Map.of("decision", "APPROVE"));
        pass(door, city.officer(), Map.of("decision", "RETURN", "reasonCode", "FACTS_UNCLEAR", "comment", "附批复文号"));
        pass(door, city.liaison(0), Map.of("verdict", "DONE", "progress", "完成城东选址，批复文号已附。"));
        pass(door, city.leader(0), Map.of("decision", "APPROVE"));
        pass(door, city.officer(), Map.of("decision", "APPROVE", "verdict", "DONE"));

        assertThat(view().outcome()).isEqualTo(CycleOutcome.APPROVED);
        assertThat(view().reportVersions()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aValueTheFormForbidsIsRefusedInWordsAPersonUnderstands(Door door) {
        HttpResponse<String> answer = door.complete(
                port, city.liaison(0), waiting(city.liaison(0)), Map.of("verdict", "SPLENDID", "progress", "完成选址。"));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("本单位结论");
        assertThat(view().state()).isEqualTo(CycleState.DRAFTING);
    }

    @ParameterizedTest
    @EnumSource
    void aReturnWithoutReasonIsRefusedByTheDomainInTheSameWords(Door door) {
        pass(door, city.liaison(0), Map.of("verdict", "DONE", "progress", "完成选址。"));

        HttpResponse<String> answer =
                door.complete(port, city.leader(0), waiting(city.leader(0)), Map.of("decision", "RETURN"));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("退回时写明要改什么");
        assertThat(view().state()).isEqualTo(CycleState.UNIT_REVIEW);
    }

    /** A field that is asked only after one choice is required after that choice alone. */
    @ParameterizedTest
    @EnumSource
    void anOrderIsNotSignedWithoutARequirementNorAnInterviewHeldWithoutAReason(Door door) {
        time.to(OffsetDateTime.parse("2024-04-22T09:00:00+08:00").toInstant());
        String order = draft("SUPERVISION_ORDER");
        String interview = draft("INTERVIEW");

        HttpResponse<String> unsigned =
                door.complete(port, city.officer(), waiting(city.officer(), order), Map.of("decision", "SIGN"));
        assertThat(unsigned.statusCode()).isBetween(400, 499);
        assertThat(unsigned.body()).contains("请填写“督办要求”");
        HttpResponse<String> unfounded =
                door.complete(port, city.mayor(), waiting(city.mayor(), interview), Map.of("decision", "HOLD"));
        assertThat(unfounded.statusCode()).isBetween(400, 499);
        assertThat(unfounded.body()).contains("请填写“约谈事由”");

        assertThat(door.complete(port, city.officer(), waiting(city.officer(), order), Map.of("decision", "DISCARD"))
                        .statusCode())
                .isBetween(200, 303);
        assertThat(door.complete(port, city.mayor(), waiting(city.mayor(), interview), Map.of("decision", "DECLINE"))
                        .statusCode())
                .isBetween(200, 303);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PORTAL")
    void aFieldOutsideTheFormIsRefused(Door door) {
        HttpResponse<String> answer = door.complete(
                port,
                city.liaison(0),
                waiting(city.liaison(0)),
                Map.of("verdict", "DONE", "progress", "完成选址。", "approved", "true"));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(view().state()).isEqualTo(CycleState.DRAFTING);
    }

    @Test
    void whoCompletedAWorkItemIsToldToItsCandidatesOnly() {
        String workItem = waiting(city.liaison(0));
        pass(Door.REST, city.liaison(0), Map.of("verdict", "DONE", "progress", "完成选址。"));

        HttpResponse<String> tooLate =
                Door.REST.complete(port, city.liaison(0), workItem, Map.of("verdict", "DONE", "progress", "完成。"));
        HttpResponse<String> stranger =
                Door.REST.complete(port, city.leader(1), workItem, Map.of("verdict", "DONE", "progress", "完成。"));

        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(tooLate.body()).contains("市一局联络员");
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).doesNotContain("市一局");
    }

    private void pass(Door door, String username, Map<String, String> values) {
        HttpResponse<String> answer = door.complete(port, username, waiting(username), values);
        assertThat(answer.statusCode()).as(door + answer.body()).isBetween(200, 303);
    }

    private String draft(String kind) {
        return jdbc.sql("select id from slip where cycle_id = ? and kind = ?")
                .params(cycle, kind)
                .query(String.class)
                .single();
    }

    private String waiting(String username) {
        return waiting(username, cycle);
    }

    private String waiting(String username, String businessKey) {
        return cities.as(username, () -> workItems.mineAt(businessKey).stream()
                .map(WorkItem::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing waits for " + username)));
    }

    private CycleView view() {
        return cities.as(city.officer(), () -> cycles.get(cycle, currentUsers.required()));
    }
}
