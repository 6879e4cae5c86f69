package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supervision.holes.OurApplication.ENGINE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supervision.workflow.Caller;

/** What somebody does to a work item that is not theirs, or beyond what is theirs. */
final class ActsProbes {

    static final List<Probe> PROBES = List.of(
            new Probe(
                    "A candidate names their own group as the one that decides",
                    "candidate groups come from a variable, and a candidate may write variables",
                    plain -> {
                        String task = plain.taskOf(plain.run(Models.report("own-reviewer")));
                        plain.act("PUT", "/task/" + task + "/variables/group", Map.of("value", "unit"));
                        plain.act("POST", "/task/" + task + "/complete", Map.of());

                        assertThat(plain.names("/task?candidateGroup=unit&processDefinitionKey=own-reviewer", "name"))
                                .containsExactly("decide");
                    },
                    ours -> {
                        String task = ours.task();
                        Map<String, String> own =
                                Map.of("value", ours.home().units().get(0));
                        ours.refusesToAll("PUT", "/task/" + task + "/variables/government", own);
                        ours.refusesToAll("PUT", "/task/" + task + "/localVariables/government", own);
                        ours.refusesToAll(
                                "POST", "/task/" + task + "/variables", Map.of("modifications", Map.of("group", own)));
                        ours.refusesToAll("PUT", "/process-instance/" + ours.instance() + "/variables/government", own);
                        Map<String, Object> answers = new HashMap<>(report());
                        answers.put("government", own);
                        assertThat(ours.liaison()
                                        .post(ENGINE + "/task/" + task + "/submit-form", Map.of("variables", answers))
                                        .body())
                                .as("a value its form does not have")
                                .contains("表单中没有这一项");
                        assertThat(ours.task()).isEqualTo(task);
                    }),
            new Probe(
                    "Anybody completes a work item of others",
                    "whoever knows the task's id completes it",
                    plain -> {
                        String instance = plain.run(Models.report("completed-by-others"));
                        plain.act("POST", "/task/" + plain.taskOf(instance) + "/complete", Map.of());

                        assertThat(plain.names("/task?processInstanceId=" + instance, "name"))
                                .containsExactly("decide");
                    },
                    ours -> {
                        String task = ours.task();
                        for (String username : others(ours)) {
                            Caller caller = ours.signedIn(username);
                            for (String act : List.of("complete", "submit-form")) {
                                assertThat(caller.post(
                                                        ENGINE + "/task/" + task + "/" + act,
                                                        Map.of("variables", report()))
                                                .statusCode())
                                        .as(username)
                                        .isIn(403, 404);
                            }
                            assertThat(ours.rest(username)
                                            .post(
                                                    "/api/v1/work-items/" + task + "/completion",
                                                    Map.of("values", Map.of("verdict", "DONE", "progress", "x")))
                                            .statusCode())
                                    .as(username)
                                    .isIn(403, 404);
                        }
                        assertThat(ours.task()).isEqualTo(task);
                    }),
            new Probe(
                    "Anybody claims a work item in the name of another",
                    "the name is a field of the call",
                    plain -> {
                        String instance = plain.run(Models.report("claimed-for-others"));
                        plain.act(
                                "POST",
                                "/task/" + plain.taskOf(instance) + "/claim",
                                Map.of("userId", "somebody-else"));

                        assertThat(plain.names("/task?processInstanceId=" + instance, "assignee"))
                                .containsExactly("somebody-else");
                    },
                    ours -> {
                        assertThat(ours.liaison()
                                        .post(
                                                ENGINE + "/task/" + ours.task() + "/claim",
                                                Map.of("userId", ours.home().liaison(1)))
                                        .statusCode())
                                .isEqualTo(400);
                        assertThat(assignee(ours)).isNull();
                    }),
            new Probe(
                    "Anybody hands a work item to themselves",
                    "assignment needs no right to the task",
                    plain -> {
                        String instance = plain.run(Models.report("assigned"));
                        plain.act("POST", "/task/" + plain.taskOf(instance) + "/assignee", Map.of("userId", "me"));

                        assertThat(plain.names("/task?assignee=me", "processInstanceId"))
                                .containsExactly(instance);
                    },
                    ours -> {
                        for (String act : List.of("assignee", "delegate", "resolve")) {
                            ours.refusesToAll("POST", "/task/" + ours.task() + "/" + act, Map.of("userId", "sysadmin"));
                        }
                        assertThat(assignee(ours)).isNull();
                    }),
            new Probe(
                    "Anybody makes themselves a candidate",
                    "candidates are added by a call",
                    plain -> {
                        String instance = plain.run(Models.report("joined"));
                        plain.act(
                                "POST",
                                "/task/" + plain.taskOf(instance) + "/identity-links",
                                Map.of("userId", "joiner", "type", "candidate"));

                        assertThat(plain.names("/task?candidateUser=joiner", "processInstanceId"))
                                .containsExactly(instance);
                    },
                    ours -> {
                        String other = ours.home().liaison(1);
                        ours.refusesToAll(
                                "POST",
                                "/task/" + ours.task() + "/identity-links",
                                Map.of("userId", other, "type", "candidate"));
                        assertThat(ours.read(ours.signedIn(other), "/task")).isEmpty();
                    }),
            new Probe(
                    "Anybody starts a process or lays work before others",
                    "instances and free tasks are made by a call",
                    plain -> {
                        plain.act("POST", "/task/create", Map.of("id", "made-up", "name", "Pay", "assignee", "demo"));

                        assertThat(plain.names("/task?assignee=demo", "name")).contains("Pay");
                    },
                    ours -> {
                        ours.refusesToAll(
                                "POST", "/task/create", Map.of("id", "made-up", "name", "Pay", "assignee", "sysadmin"));
                        for (String form : List.of("start", "submit-form")) {
                            ours.refusesToAll("POST", "/process-definition/key/supervision-order/" + form, Map.of());
                        }
                        assertThat(ours.engine()
                                        .getTaskService()
                                        .createTaskQuery()
                                        .taskId("made-up")
                                        .count())
                                .isZero();
                    }));

    private ActsProbes() {}

    private static Map<String, Object> report() {
        return Map.of("verdict", Map.of("value", "DONE"), "progress", Map.of("value", "完成选址，面积3公顷。"));
    }

    /** Another unit, another city, the office itself, and those who administer. */
    private static List<String> others(OurApplication ours) {
        return List.of(
                ours.home().liaison(1),
                ours.home().officer(),
                ours.foreign().liaison(0),
                ours.foreign().officer(),
                "sysadmin");
    }

    private static String assignee(OurApplication ours) {
        return ours.engine()
                .getTaskService()
                .createTaskQuery()
                .taskId(ours.task())
                .singleResult()
                .getAssignee();
    }
}
