package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supervision.holes.OurApplication.ENGINE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.supervision.workflow.Caller;

/** What somebody sees of, or does to, processes that run. */
final class InstancesProbes {

    static final List<Probe> PROBES = List.of(
            new Probe(
                    "Tasklist shows the work of another city",
                    "tenants are checked for whoever is signed in, and the open interface knows nobody",
                    plain -> {
                        String task = plain.taskOf(plain.run(Models.report("of-north"), "north"));

                        assertThat(plain.names("/task?tenantIdIn=north", "id")).containsExactly(task);
                    },
                    ours -> {
                        Caller foreign = ours.signedIn(ours.foreign().liaison(0));
                        assertThat(ours.read(foreign, "/task").findValuesAsText("tenantId"))
                                .containsOnly(ours.foreign().code());
                        assertThat(ours.read(
                                        foreign,
                                        "/task?tenantIdIn=" + ours.home().code()))
                                .isEmpty();
                        for (String part : List.of("", "/form", "/form-variables", "/deployed-form")) {
                            assertThat(foreign.get(ENGINE + "/task/" + ours.task() + part)
                                            .statusCode())
                                    .as(part)
                                    .isBetween(400, 499);
                        }
                    }),
            new Probe(
                    "Cockpit shows the instances of another city",
                    "its administrators see every tenant's, and they are who is meant to use it",
                    plain -> {
                        String instance = plain.run(Models.report("of-south"), "south");
                        Caller demo = plain.signedIn("demo", "demo", "cockpit");

                        assertThat(Caller.read(demo.get(ENGINE + "/process-instance?tenantIdIn=south"))
                                        .findValuesAsText("id"))
                                .containsExactly(instance);
                    },
                    ours -> {
                        Caller foreign = ours.signedIn(ours.foreign().officer());
                        JsonNode shown = ours.read(foreign, "/process-instance");
                        assertThat(shown.findValuesAsText("tenantId"))
                                .isNotEmpty()
                                .containsOnly(ours.foreign().code());
                        assertThat(ours.read(foreign, "/process-instance?processInstanceIds=" + ours.instance()))
                                .isEmpty();
                        assertThat(ours.read(foreign, "/history/process-instance")
                                        .findValuesAsText("tenantId"))
                                .containsOnly(ours.foreign().code());
                        assertThat(ours.read(foreign, "/job")).allSatisfy(job -> {
                            if (!job.at("/processInstanceId").isNull()) {
                                assertThat(job.at("/tenantId").asText())
                                        .isEqualTo(ours.foreign().code());
                            }
                        });
                        assertThat(foreign.get(ENGINE + "/process-instance/" + ours.instance() + "/activity-instances")
                                        .statusCode())
                                .isBetween(400, 499);
                    }),
            new Probe(
                    "Anybody reads the variables of every instance",
                    "texts of reports are variables, and all variables are listed",
                    plain -> {
                        String instance = plain.run(Models.report("read-by-all"));

                        assertThat(plain.names("/variable-instance?processInstanceIdIn=" + instance, "value"))
                                .containsExactly("office");
                    },
                    ours -> {
                        assertThat(ours.read(ours.signedIn(ours.home().liaison(1)), "/variable-instance"))
                                .isEmpty();
                        assertThat(ours.read(ours.officer(), "/variable-instance")
                                        .findValuesAsText("value"))
                                .as("ids, flags and instants, never what was written")
                                .doesNotContain("建成第1号公园")
                                .allSatisfy(value -> assertThat(value.length()).isLessThan(100));
                        ours.refusesToAll("GET", "/history/variable-instance", null);
                        ours.refusesToAll("GET", "/task/" + ours.task() + "/variables", null);
                    }),
            new Probe(
                    "Anybody lets a deadline pass at once",
                    "jobs are executed by a call",
                    plain -> {
                        String instance = plain.run(Models.deadline("made-overdue"));
                        String timer = plain.read("/job?processInstanceId=" + instance)
                                .at("/0/id")
                                .asText();
                        plain.act("POST", "/job/" + timer + "/execute", null);

                        assertThat(plain.names("/task?processInstanceId=" + instance, "name"))
                                .containsExactly("overdue");
                    },
                    ours -> {
                        String timer = ours.timer();
                        ours.refusesToAll("POST", "/job/" + timer + "/execute", null);
                        ours.refusesToAll("PUT", "/job/" + timer + "/retries", Map.of("retries", 0));
                        assertThat(ours.timer()).isEqualTo(timer);
                    }),
            new Probe(
                    "Anybody moves a deadline",
                    "the date of a timer is set by a call",
                    plain -> {
                        String instance = plain.run(Models.deadline("moved"));
                        String timer = plain.read("/job?processInstanceId=" + instance)
                                .at("/0/id")
                                .asText();
                        plain.act(
                                "PUT", "/job/" + timer + "/duedate", Map.of("duedate", "2099-01-01T00:00:00.000+0000"));

                        assertThat(plain.read("/job/" + timer).at("/dueDate").asText())
                                .startsWith("2099");
                    },
                    ours -> ours.refusesToAll(
                            "PUT",
                            "/job/" + ours.timer() + "/duedate",
                            Map.of("duedate", "2099-01-01T00:00:00.000+0000"))),
            new Probe(
                    "Anybody goes past the step that decides",
                    "the tokens of an instance are moved by a call",
                    plain -> {
                        String instance = plain.run(Models.report("jumped"));
                        plain.act(
                                "POST",
                                "/process-instance/" + instance + "/modification",
                                Map.of(
                                        "instructions",
                                        List.of(
                                                Map.of("type", "startBeforeActivity", "activityId", "last"),
                                                Map.of("type", "cancel", "activityId", "step"))));

                        assertThat(plain.names("/task?processInstanceId=" + instance, "name"))
                                .containsExactly("decide");
                    },
                    ours -> {
                        ours.refusesToAll(
                                "POST",
                                "/process-instance/" + ours.instance() + "/modification",
                                Map.of("instructions", List.of()));
                        ours.refusesToAll("POST", "/modification/execute", Map.of());
                        ours.refusesToAll("POST", "/migration/execute", Map.of());
                    }),
            new Probe(
                    "Anybody brings a whole process to a stop",
                    "definitions are suspended by a call",
                    plain -> {
                        String instance = plain.run(Models.report("stopped"));
                        plain.act(
                                "PUT",
                                "/process-definition/suspended",
                                Map.of(
                                        "processDefinitionKey", "stopped",
                                        "suspended", true,
                                        "includeProcessInstances", true));

                        assertThat(plain.read("/process-instance/" + instance)
                                        .at("/suspended")
                                        .asBoolean())
                                .isTrue();
                    },
                    ours -> {
                        for (String kind : List.of("process-definition", "process-instance", "job", "job-definition")) {
                            ours.refusesToAll(
                                    "PUT",
                                    "/" + kind + "/suspended",
                                    Map.of("processDefinitionKey", "quarterly-cycle", "suspended", true));
                        }
                    }),
            new Probe(
                    "Anybody ends instances in bulk and erases their history",
                    "one call deletes a deployment with all that ran on it",
                    plain -> {
                        String instance = plain.run(Models.report("erased"));
                        String deployment = plain.read("/process-definition/key/erased")
                                .at("/deploymentId")
                                .asText();
                        plain.act("DELETE", "/deployment/" + deployment + "?cascade=true", null);

                        assertThat(plain.names("/history/process-instance?processInstanceId=" + instance, "id"))
                                .isEmpty();
                    },
                    ours -> {
                        String deployment = ours.engine()
                                .getRepositoryService()
                                .createDeploymentQuery()
                                .listPage(0, 1)
                                .get(0)
                                .getId();
                        ours.refusesToAll("DELETE", "/deployment/" + deployment + "?cascade=true", null);
                        ours.refusesToAll("DELETE", "/process-instance/" + ours.instance(), null);
                        ours.refusesToAll("DELETE", "/history/process-instance/" + ours.instance(), null);
                        ours.refusesToAll(
                                "POST",
                                "/process-instance/delete",
                                Map.of("processInstanceIds", List.of(ours.instance())));
                    }),
            new Probe(
                    "Anybody answers for a message that has not come",
                    "messages are correlated by a call",
                    plain -> {
                        String instance = plain.run(Models.message("answered"));
                        plain.act("POST", "/message", Map.of("messageName", "approved", "processInstanceId", instance));

                        assertThat(plain.names("/task?processInstanceId=" + instance, "name"))
                                .containsExactly("approved");
                    },
                    ours -> {
                        ours.refusesToAll(
                                "POST",
                                "/message",
                                Map.of("messageName", "approved", "processInstanceId", ours.instance()));
                        ours.refusesToAll("POST", "/signal", Map.of("name", "approved"));
                    }));

    private InstancesProbes() {}
}
