package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.supervision.holes.OurApplication.ENGINE;
import static org.supervision.holes.PlainApplication.REST;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowingConsumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.supervision.workflow.Caller;
import org.supervision.workflow.QueryLimit;

/** What gets past the door, tried on the inside of the engine as well. */
final class InsideProbes {

    /** In Camunda's own class path; makes the file it is named. */
    private static final String WRITER = "org.apache.commons.io.output.LockableFileWriter";

    private static final String HASHES = "${jdbcTemplate.queryForList('select PWD_ from ACT_ID_USER').toString()}";

    static final List<Probe> PROBES = List.of(
            new Probe(
                    "A query runs a command by an expression nested in orQueries",
                    "CVE-2026-109432: only the outermost query is checked for expressions",
                    plain -> {
                        Bait bait = Bait.lay();
                        plain.anybody().post(REST + "/task", nested(bait));

                        bait.assertTaken();
                    },
                    ours -> {
                        Bait bait = Bait.lay();
                        for (Object body :
                                List.of(condition(bait), nested(bait), Map.of("orQueries", List.of(nested(bait))))) {
                            for (String path : List.of("/task", "/task/count")) {
                                assertThat(ours.officer()
                                                .post(ENGINE + path, body)
                                                .statusCode())
                                        .isEqualTo(400);
                            }
                        }
                        for (int depth = 1; depth <= 3; depth++) {
                            TaskQueryImpl query = extending(ours, bait, depth);
                            // What lies deeper the engine neither evaluates nor asks for.
                            assertThat(catchThrowable(query::list)).satisfies(refusal(depth));
                            assertThat(catchThrowable(query::count)).satisfies(refusal(depth));
                        }
                        bait.assertUntouched();
                    }),
            new Probe(
                    "A stored filter runs a command whenever somebody opens it",
                    "CVE-2026-109432: filters keep nested expressions",
                    plain -> {
                        Bait bait = Bait.lay();
                        String filter = filter(plain, nested(bait));
                        bait.assertUntouched();
                        plain.anybody().get(REST + "/filter/" + filter + "/list");

                        bait.assertTaken();
                        plain.act("DELETE", "/filter/" + filter, null);
                    },
                    ours -> {
                        Bait bait = Bait.lay();
                        FilterService filters = ours.engine().getFilterService();
                        Map<String, Object> body = Map.of("resourceType", "Task", "name", "x", "query", nested(bait));
                        ours.refusesToAll("POST", "/filter/create", body);
                        ours.refusesToAll("PUT", "/filter/" + anyFilter(ours), body);
                        for (int depth = 1; depth <= 3; depth++) {
                            Filter filter = filters.newTaskFilter("x").setQuery(nested(bait, depth));
                            assertThatThrownBy(() -> filters.saveFilter(filter))
                                    .isInstanceOf(BadUserRequestException.class);
                        }
                        for (int depth = 1; depth <= 2; depth++) {
                            String stored = storedByAnotherHand(ours, bait, depth);
                            assertThat(catchThrowable(() -> filters.list(stored)))
                                    .satisfies(refusal(depth));
                            assertThat(catchThrowable(() -> filters.count(stored)))
                                    .satisfies(refusal(depth));
                            filters.deleteFilter(stored);
                        }
                        bait.assertUntouched();
                    }),
            new Probe(
                    "A harmless filter runs a command it is extended by",
                    "CVE-2026-109432: what extends a filter is not checked",
                    plain -> {
                        Bait bait = Bait.lay();
                        String filter = filter(plain, Map.of());
                        plain.anybody().post(REST + "/filter/" + filter + "/list", nested(bait));

                        bait.assertTaken();
                        plain.act("DELETE", "/filter/" + filter, null);
                    },
                    ours -> {
                        Bait bait = Bait.lay();
                        String filter = anyFilter(ours);
                        for (String answer : List.of("list", "count", "singleResult")) {
                            assertThat(ours.officer()
                                            .post(ENGINE + "/filter/" + filter + "/" + answer, nested(bait))
                                            .statusCode())
                                    .isEqualTo(400);
                        }
                        FilterService filters = ours.engine().getFilterService();
                        for (int depth = 1; depth <= 2; depth++) {
                            TaskQueryImpl first = extending(ours, bait, depth);
                            TaskQueryImpl second = extending(ours, bait, depth);
                            assertThat(catchThrowable(() -> filters.list(filter, first)))
                                    .satisfies(refusal(depth));
                            assertThat(catchThrowable(() -> filters.count(filter, second)))
                                    .satisfies(refusal(depth));
                        }
                        bait.assertUntouched();
                    }),
            new Probe(
                    "An expression reads the password hashes by a bean of the application",
                    "expressions see every bean of the Spring context",
                    plain -> {
                        String instance = plain.run(Models.service(
                                "hashes", "camunda:expression=\"" + HASHES + "\" camunda:resultVariable=\"found\""));

                        assertThat(plain.read("/process-instance/" + instance + "/variables/found")
                                        .at("/value")
                                        .asText())
                                .contains("{SHA-512}");
                    },
                    ours -> {
                        for (String expression : List.of(
                                HASHES,
                                "${jdbcClient.sql('select 1')}",
                                "${accounts.find('sysadmin')}",
                                "${environment.getProperty('spring.datasource.password')}",
                                "${execution.getProcessEngineServices()}",
                                "${execution.id.getClass()}")) {
                            assertThat(ours.runsNothing(Models.service(
                                            "hashes",
                                            "camunda:expression=\"" + expression
                                                    + "\" camunda:resultVariable=\"found\"")))
                                    .as(expression)
                                    .isInstanceOf(ProcessEngineException.class);
                        }
                    }),
            new Probe(
                    "A variable makes an object of whatever class its sender names",
                    "types are not checked when objects are read, and a writer's constructor makes its file",
                    plain -> {
                        Bait bait = Bait.lay();
                        String instance = plain.run(Models.report("objects"));
                        plain.act("PUT", "/process-instance/" + instance + "/variables/x", object(bait));
                        plain.anybody().get(REST + "/process-instance/" + instance + "/variables/x");

                        bait.assertTaken();
                    },
                    ours -> {
                        Bait bait = Bait.lay();
                        assertThat(ours.liaison()
                                        .post(
                                                ENGINE + "/task/" + ours.task() + "/submit-form",
                                                Map.of("variables", Map.of("progress", object(bait))))
                                        .statusCode())
                                .isEqualTo(400);
                        ours.refusesToAll("PUT", "/process-instance/" + ours.instance() + "/variables/x", object(bait));
                        for (String format : List.of("application/json", "application/x-java-serialized-object")) {
                            var value = Variables.serializedObjectValue("\"" + bait.file() + "\"")
                                    .objectTypeName(WRITER)
                                    .serializationDataFormat(format)
                                    .create();
                            assertThatThrownBy(() -> {
                                        ours.engine().getRuntimeService().setVariable(ours.instance(), "x", value);
                                        ours.engine().getRuntimeService().getVariable(ours.instance(), "x");
                                    })
                                    .as(format)
                                    .isInstanceOf(ProcessEngineException.class);
                            ours.engine().getRuntimeService().removeVariable(ours.instance(), "x");
                        }
                        bait.assertUntouched();
                    }),
            new Probe(
                    "One call takes all there is out of the engine",
                    "queries have no limit",
                    plain -> {
                        plain.deploy(Models.report("in-bulk"));
                        for (int number = 0; number < 60; number++) {
                            plain.act("POST", "/process-definition/key/in-bulk/start", Map.of());
                        }

                        assertThat(plain.names("/task?processDefinitionKey=in-bulk", "id"))
                                .hasSize(60);
                        assertThat(plain.anybody()
                                        .get(REST + "/history/activity-instance?maxResults=2147483647")
                                        .statusCode())
                                .isEqualTo(200);
                    },
                    ours -> {
                        List<String> names = accounts(ours, QueryLimit.MOST_RESULTS + 1);
                        Caller administrator = ours.signedIn("sysadmin");
                        assertThat(ours.read(administrator, "/user?firstName=Bulk"))
                                .hasSize(QueryLimit.MOST_RESULTS);
                        for (String path : List.of("/task", "/process-instance", "/history/task", "/user")) {
                            assertThat(administrator
                                            .get(ENGINE + path + "?maxResults=" + (QueryLimit.MOST_RESULTS + 1))
                                            .statusCode())
                                    .as(path)
                                    .isEqualTo(400);
                        }
                        assertThatThrownBy(() -> ours.as("sysadmin", engine -> engine.getTaskService()
                                        .createTaskQuery()
                                        .list()))
                                .hasMessageContaining("unbound number of results");
                        assertThat(Caller.read(ours.rest(ours.home().officer()).get("/api/v1/key-tasks?size=100000"))
                                        .at("/size")
                                        .asInt())
                                .isBetween(1, 500);
                        jdbc(ours).update("delete from act_id_user where first_ = 'Bulk'");
                        assertThat(names).hasSize(QueryLimit.MOST_RESULTS + 1);
                    }));

    private InsideProbes() {}

    private static Map<String, Object> condition(Bait bait) {
        return Map.of("assigneeExpression", bait.expression());
    }

    private static Map<String, Object> nested(Bait bait) {
        return Map.of("orQueries", List.of(condition(bait)));
    }

    /** A query as REST builds it, with an expression at some depth. */
    private static TaskQueryImpl nested(Bait bait, int depth) {
        TaskQueryImpl query = new TaskQueryImpl();
        if (depth == 1) {
            query.taskAssigneeExpression(bait.expression());
        } else {
            query.addOrQuery(nested(bait, depth - 1));
        }
        return query;
    }

    private static TaskQueryImpl extending(OurApplication ours, Bait bait, int depth) {
        TaskQueryImpl query = (TaskQueryImpl) ours.engine().getTaskService().createTaskQuery();
        query.addOrQuery(nested(bait, depth));
        return query;
    }

    private static ThrowingConsumer<Throwable> refusal(int depth) {
        return thrown -> {
            if (depth == 1) {
                assertThat(thrown).isInstanceOf(ProcessEngineException.class);
            }
        };
    }

    private static Map<String, Object> object(Bait bait) {
        return Map.of(
                "type",
                "Object",
                "value",
                "\"" + bait.file() + "\"",
                "valueInfo",
                Map.of("objectTypeName", WRITER, "serializationDataFormat", "application/json"));
    }

    private static String filter(PlainApplication plain, Map<String, ?> query) {
        return Caller.read(plain.act(
                        "POST", "/filter/create", Map.of("resourceType", "Task", "name", "mine", "query", query)))
                .at("/id")
                .asText();
    }

    private static String anyFilter(OurApplication ours) {
        return ours.engine()
                .getFilterService()
                .createFilterQuery()
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    /** As an older version may have left it in the database. */
    private static String storedByAnotherHand(OurApplication ours, Bait bait, int depth) {
        String id = UUID.randomUUID().toString();
        String condition = "{\"assigneeExpression\":\"" + bait.expression() + "\"}";
        jdbc(ours)
                .update(
                        "insert into act_ru_filter (id_, rev_, resource_type_, name_, query_, properties_)"
                                + " values (?, 1, 'Task', ?, ?, '{}')",
                        id,
                        id,
                        "{\"orQueries\":[".repeat(depth) + condition + "]}".repeat(depth));
        return id;
    }

    private static List<String> accounts(OurApplication ours, int count) {
        for (int number = 0; number < count; number++) {
            jdbc(ours)
                    .update(
                            "insert into act_id_user (id_, rev_, first_, last_) values (?, 1, 'Bulk', 'x')",
                            "bulk" + number);
        }
        return jdbc(ours).queryForList("select id_ from act_id_user where first_ = 'Bulk'", String.class);
    }

    private static JdbcTemplate jdbc(OurApplication ours) {
        return new JdbcTemplate(ours.engine().getProcessEngineConfiguration().getDataSource());
    }
}
