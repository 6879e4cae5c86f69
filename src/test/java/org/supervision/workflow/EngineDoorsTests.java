package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.GroupPath;

/** What a candidate may and may not do through the endpoints of the engine's web applications. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class EngineDoorsTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private GuardedStep step;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private AuthorizationService authorizations;

    private TestCity city;
    private String key;
    private String task;

    @BeforeEach
    void startStep() {
        city = cities.create();
        key = city.code() + "-step";
        task = step.start(key, GroupPath.liaison(city.code(), city.units().get(0)));
    }

    private Caller signedIn(String username) {
        return Caller.signedIn(port, username, "demo");
    }

    private Caller liaison() {
        return signedIn(city.liaison(0));
    }

    @Test
    void candidateSubmitsTheFormThroughTasklistWithALongText() {
        String text = "很".repeat(5_000);

        HttpResponse<String> answer =
                submit(liaison(), variables("answer", text, "decision", "APPROVE", "share", 12.5));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        Submission submission = step.taken(key).get(0);
        assertThat(submission.values().text("answer")).isEqualTo(text);
        assertThat(submission.values().number("share").orElseThrow()).isEqualByComparingTo("12.5");
        assertThat(submission.completedBy()).isEqualTo(city.liaison(0));
    }

    @Test
    void nothingThatIsEnteredBecomesAProcessVariable() {
        submit(liaison(), variables("answer", "done well", "decision", "APPROVE"));

        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(key)
                                .singleResult()
                                .getId())
                        .list())
                .extracting("name")
                .containsExactly(Submissions.GOVERNMENT);
    }

    @Test
    void completingWithoutTheFormEndpointIsCheckedTheSameWay() {
        HttpResponse<String> answer = liaison()
                .post(ENGINE + "/task/" + task + "/complete", Map.of("variables", variables("decision", "MAYBE")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请填写“回复”", "不能选“MAYBE”");
        assertThat(step.taken(key)).isEmpty();
    }

    @Test
    void keyOutsideTheFormIsRefused() {
        HttpResponse<String> answer =
                submit(liaison(), variables("answer", "done well", "decision", "APPROVE", "government", "other"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("表单中没有这一项");
    }

    @Test
    void refusalIsToldInTheLanguageChosenInThePortal() {
        HttpResponse<String> answer =
                submit(liaison().speaking("en"), variables("answer", "done well", "decision", "MAYBE"));

        assertThat(answer.body()).contains("is not offered for");
    }

    @Test
    void refusalOfTheAggregateKeepsTheWorkItemAndIsTold() {
        HttpResponse<String> answer =
                submit(liaison(), variables("answer", GuardedStep.REFUSED, "decision", "APPROVE"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("内容刚刚被别人改动");
        assertThat(step.currentItem(key)).isEqualTo(task);
    }

    @Test
    void tasklistTellsWhichKeyTaskAWorkItemIsAbout() {
        JsonNode shown = Caller.read(liaison().get(ENGINE + "/task/" + task));

        assertThat(shown.at("/name").asText()).isEqualTo("填写回复 · 第 17 项 A goal");
        assertThat(shown.at("/description").asText()).isEqualTo("第 17 项 · A goal");
        assertThat(Caller.read(Caller.basic(port, city.liaison(0), "demo").get("/api/v1/work-items/" + task))
                        .at("/name")
                        .asText())
                .as("elsewhere the key task stands beside the label")
                .isEqualTo("填写回复");
    }

    @Test
    void endlessGoalIsCutToWhatTheEngineHolds() {
        String key = city.code() + "-long";
        step.nameGoal(key, "𠀋".repeat(5_000));
        step.start(key, GroupPath.liaison(city.code(), city.units().get(0)));

        JsonNode shown = Caller.read(liaison().get(ENGINE + "/task/" + step.currentItem(key)));

        assertThat(shown.at("/name").asText()).endsWith("𠀋…").hasSizeLessThan(110);
        assertThat(shown.at("/description").asText()).startsWith("第 17 项 · 𠀋").endsWith("𠀋…");
    }

    @Test
    void tasklistOffersNeitherTasksNorProcessesOfOnesOwn() {
        assertThat(liaison().get("/camunda/app/tasklist/styles/user-styles.css").body())
                .contains(".create-task-action", ".start-process-action", "display: none");
    }

    @Test
    void refusalInTasklistIsNoFailureInTheLog(CapturedOutput log) {
        Caller liaison = liaison();
        submit(liaison, variables("answer", "x", "decision", "MAYBE"));
        submit(liaison, variables("answer", GuardedStep.REFUSED, "decision", "APPROVE"));

        assertThat(log.getAll()).doesNotContain("ERROR").doesNotContain("WARN").doesNotContain("\tat ");
    }

    @Test
    void listsGoToTasklistAndBackAsJson() {
        Caller liaison = liaison();
        var shown = Caller.read(liaison.get(ENGINE + "/task/" + task + "/form-variables?deserializeValues=false"));
        assertThat(shown.at("/answer/value").asText()).isEqualTo("prefilled");
        assertThat(shown.at("/hint/value").asText()).isEqualTo("shown only");
        assertThat(shown.at("/figures/valueInfo/serializationDataFormat").asText())
                .isEqualTo("application/json");

        Map<String, Object> variables = variables("answer", "done well", "decision", "APPROVE");
        variables.put(
                "figures",
                Map.of(
                        "type",
                        shown.at("/figures/type").asText(),
                        "valueInfo",
                        shown.at("/figures/valueInfo"),
                        "value",
                        "[{\"name\":\"km\",\"value\":4.5}]"));
        HttpResponse<String> answer = submit(liaison, variables);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        FormValues row = step.taken(key).get(0).values().list("figures").get(0);
        assertThat(row.text("name")).isEqualTo("km");
        assertThat(row.number("value").orElseThrow()).isEqualByComparingTo("4.5");
    }

    @Test
    void warningIsAnsweredInTasklistByAFieldOfTheForm() {
        Caller liaison = liaison();

        assertThat(submit(liaison, variables("answer", GuardedStep.VAGUE, "decision", "APPROVE"))
                        .body())
                .contains("还有提示没有说明", "test.vague");
        assertThat(submit(
                                liaison,
                                variables(
                                        "answer",
                                        GuardedStep.VAGUE,
                                        "decision",
                                        "APPROVE",
                                        "warningAnswers",
                                        "checked on site"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(step.taken(key).get(0).warningAnswers())
                .containsExactly(new Submission.WarningAnswer("", "checked on site"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT    | /task/{task}/variables/government       | {"value":"other","type":"String"}
                    POST   | /task/{task}/variables                  | {"modifications":{"government":{"value":"other"}}}
                    PUT    | /task/{task}/localVariables/candidate   | {"value":"other","type":"String"}
                    PUT    | /process-instance/{instance}/variables/government | {"value":"other","type":"String"}
                    POST   | /process-instance/{instance}/variables  | {"modifications":{"government":{"value":"other"}}}
                    PUT    | /execution/{instance}/localVariables/x  | {"value":"other","type":"String"}
                    POST   | /task/{task}/identity-links             | {"groupId":"other","type":"candidate"}
                    POST   | /task/{task}/identity-links/delete      | {"groupId":"other","type":"candidate"}
                    POST   | /task/{task}/assignee                   | {"userId":"other"}
                    POST   | /task/{task}/delegate                   | {"userId":"other"}
                    POST   | /task/{task}/resolve                    | {"variables":{}}
                    POST   | /task/{task}/bpmnError                  | {"errorCode":"x"}
                    POST   | /task/{task}/bpmnEscalation             | {"escalationCode":"x"}
                    PUT    | /task/{task}                            | {"name":"x","priority":1}
                    DELETE | /task/{task}                            |
                    POST   | /task/create                            | {"name":"x"}
                    DELETE | /process-instance/{instance}            |
                    POST   | /process-definition/key/guarded-step/start | {}
                    POST   | /process-definition/key/guarded-step/submit-form | {"variables":{}}
                    POST   | /message                                | {"messageName":"x"}
                    POST   | /signal                                 | {"name":"x"}
                    POST   | /deployment/create                      | {}
                    POST   | /modification/execute                   | {}
                    POST   | /migration/execute                      | {}
                    POST   | /filter/create                          | {"name":"x","resourceType":"Task","query":{}}
                    PUT    | /filter/anything                        | {"name":"x","resourceType":"Task","query":{}}
                    POST   | /authorization/create                   | {"type":1}
                    POST   | /user/create                            | {"profile":{"id":"x"},"credentials":{"password":"x"}}
                    POST   | /group/create                           | {"id":"camunda-admin","name":"x"}
                    PUT    | /group/camunda-admin/members/officer    |
                    POST   | /tenant/create                          | {"id":"x","name":"x"}
                    POST   | /identity/verify                        | {"username":"officer","password":"x"}
                    POST   | /external-task/fetchAndLock             | {"workerId":"x","maxTasks":1,"topics":[]}
                    PUT    | /job/anything/duedate                   | {"duedate":null}
                    POST   | /decision-definition/key/x/evaluate     | {"variables":{}}
                    POST   | /condition                              | {"variables":{}}
                    GET    | /history/variable-instance              |
                    GET    | /task/{task}/variables                  |
                    """)
    void everyOtherWriteIsRefused(String method, String path, String body) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        Caller chief = signedIn(city.chief());
        for (Caller caller : List.of(liaison(), chief)) {
            HttpResponse<String> answer =
                    caller.send(method, ENGINE + path.replace("{task}", task).replace("{instance}", instance), body);

            assertThat(answer.statusCode())
                    .as(method + " " + path + answer.body())
                    .isEqualTo(403);
            assertThat(answer.body()).contains("workflow.problem.no-right");
        }
        assertThat(runtime.getVariable(instance, Submissions.GOVERNMENT)).isEqualTo(city.code());
    }

    @Test
    void claimingGrantsNothingToThePerson() {
        String username = city.liaison(0);
        Caller liaison = liaison();

        HttpResponse<String> claimed = liaison.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", username));

        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
        assertThat(authorizations.createAuthorizationQuery().list())
                .filteredOn(authorization -> authorization.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT)
                .isNotEmpty()
                .allSatisfy(grant -> assertThat(grant.getUserId()).isNull());
    }

    @Test
    void claimIsForOneselfAndCanBeTakenBack() {
        Caller liaison = liaison();

        assertThat(liaison.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", city.liaison(1)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(liaison.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", city.liaison(0)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(liaison.post(ENGINE + "/task/" + task + "/unclaim", null).statusCode())
                .isEqualTo(204);
    }

    @Test
    void otherUnitCanNeitherClaimNorSubmit() {
        Caller other = signedIn(city.liaison(1));

        assertThat(other.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", city.liaison(1)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(submit(other, variables("answer", "done well", "decision", "APPROVE"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(step.taken(key)).isEmpty();
    }

    @Test
    void everybodyReadsTheOwnProfileAndNobodyElses() {
        Caller liaison = liaison();

        assertThat(liaison.get(ENGINE + "/user/" + city.liaison(0) + "/profile").statusCode())
                .isEqualTo(200);
        assertThat(liaison.get(ENGINE + "/user/" + city.liaison(1) + "/profile").statusCode())
                .isEqualTo(404);
        assertThat(Caller.read(liaison.get(ENGINE + "/user"))).isEmpty();
    }

    @Test
    void otherUnitSeesNeitherTaskNorFormNorValues() {
        Caller other = signedIn(city.liaison(1));

        assertThat(Caller.read(other.get(ENGINE + "/task"))).isEmpty();
        assertThat(Caller.read(other.get(ENGINE + "/process-instance"))).isEmpty();
        assertThat(Caller.read(other.get(ENGINE + "/variable-instance"))).isEmpty();
        for (String path : List.of("", "/form", "/form-variables", "/deployed-form", "/identity-links")) {
            assertThat(other.get(ENGINE + "/task/" + task + path).statusCode())
                    .as(path)
                    .isBetween(400, 499);
        }
    }

    @Test
    void officeOfAnotherGovernmentSeesNothing() {
        Caller stranger = signedIn(cities.create().chief());

        assertThat(stranger.get(ENGINE + "/task/" + task).statusCode()).isIn(403, 404);
        assertThat(Caller.read(stranger.get(ENGINE + "/process-instance?businessKey=" + key)))
                .isEmpty();
        assertThat(Caller.read(stranger.get(ENGINE + "/incident"))).isEmpty();
        assertThat(Caller.read(stranger.get(ENGINE + "/process-definition/statistics?rootIncidents=true"))
                        .findValuesAsText("instances"))
                .containsOnly("0");
    }

    @Test
    void ownOfficeSeesTheInstanceInCockpitButNotTheUnitsTask() {
        Caller officer = signedIn(city.officer());

        assertThat(Caller.read(officer.get(ENGINE + "/process-instance?businessKey=" + key)))
                .hasSize(1);
        assertThat(Caller.read(officer.get(ENGINE + "/task"))).isEmpty();
    }

    private HttpResponse<String> submit(Caller caller, Map<String, Object> variables) {
        return caller.post(ENGINE + "/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    private static Map<String, Object> variables(Object... keysAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            variables.put((String) keysAndValues[i], Map.of("value", keysAndValues[i + 1]));
        }
        return variables;
    }
}
