package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;

/** No expression of a query is evaluated or stored, by whichever way it comes (CVE-2026-109432). */
@ApplicationTest
class QueryExpressionTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** What an attacker would send; evaluated, it counts up. */
    private static final String EXPRESSION = "${expressionProbe.touch()}";

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ExpressionProbe probe;

    @Autowired
    private JdbcClient jdbc;

    private TaskService tasks;
    private FilterService filters;
    private int touchedBefore;

    @BeforeEach
    void rememberTouches() {
        tasks = engine.getTaskService();
        filters = engine.getFilterService();
        touchedBefore = probe.touched();
    }

    private void assertUntouched() {
        assertThat(probe.touched()).isEqualTo(touchedBefore);
    }

    @Test
    void probeWouldBeTouchedInAProcess() {
        Object answer = commands()
                .execute(context -> expression(EXPRESSION).getValue(StartProcessVariableScope.getSharedInstance()));

        assertThat(answer).isEqualTo("touched " + (touchedBefore + 1));
    }

    @Test
    void topLevelExpressionIsRefused() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .taskAssigneeExpression(EXPRESSION)
                        .list())
                .isInstanceOf(ProcessEngineException.class);
        assertUntouched();
    }

    /** As the web applications build them: the nested query has no validator of its own. */
    @Test
    void nestedExpressionIsRefused() {
        assertThatThrownBy(() -> withNestedExpression().list()).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> withNestedExpression().count()).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> withNestedExpression().listPage(0, 1)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> withNestedExpression().singleResult()).isInstanceOf(ProcessEngineException.class);
        assertUntouched();
    }

    @Test
    void nestedExpressionIsNotStoredInAFilter() {
        TaskQueryImpl deeper = new TaskQueryImpl();
        deeper.addOrQuery(withNestedExpression());
        for (TaskQueryImpl query : List.of(withNestedExpression(), deeper)) {
            assertThatThrownBy(() ->
                            filters.saveFilter(filters.newTaskFilter("nested").setQuery(query)))
                    .hasMessageContaining("Expressions are not stored");
        }
        assertUntouched();
    }

    @Test
    void extendingQueryWithAnExpressionIsRefused() {
        Filter filter = anyFilter();
        TaskQuery top = tasks.createTaskQuery().taskAssigneeExpression(EXPRESSION);

        assertThatThrownBy(() -> filters.list(filter.getId(), top)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> filters.list(filter.getId(), withNestedExpression()))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> filters.listPage(filter.getId(), withNestedExpression(), 0, 1))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> filters.singleResult(filter.getId(), withNestedExpression()))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> filters.count(filter.getId(), withNestedExpression()))
                .isInstanceOf(ProcessEngineException.class);
        assertUntouched();
    }

    private TaskQueryImpl withNestedExpression() {
        TaskQueryImpl nested = new TaskQueryImpl();
        nested.taskAssigneeExpression(EXPRESSION);
        TaskQueryImpl query = (TaskQueryImpl) tasks.createTaskQuery();
        query.addOrQuery(nested);
        return query;
    }

    @Test
    void expressionIsNotStoredInAFilter() {
        Filter filter =
                filters.newTaskFilter("stored").setQuery(tasks.createTaskQuery().taskAssigneeExpression(EXPRESSION));

        assertThatThrownBy(() -> filters.saveFilter(filter)).isInstanceOf(ProcessEngineException.class);
        assertUntouched();
    }

    /** As an older version or another hand may have left it in the database. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${expressionProbe.touch()}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${expressionProbe.touch()}\"}]}"
            })
    void storedExpressionIsNotEvaluated(String query) {
        String id = "filter-" + java.util.UUID.randomUUID();
        jdbc.sql(
                        "insert into act_ru_filter (id_, rev_, resource_type_, name_, query_, properties_) values (?, 1, 'Task', ?, ?, '{}')")
                .params(id, id, query)
                .update();
        try {
            assertThatThrownBy(() -> filters.list(id)).isInstanceOf(ProcessEngineException.class);
            assertThatThrownBy(() -> filters.count(id)).isInstanceOf(ProcessEngineException.class);
        } finally {
            filters.deleteFilter(id);
        }
        assertUntouched();
    }

    @Test
    void endpointsRefuseExpressionsAtEveryDepth() {
        Caller officer = Caller.signedIn(port, cities.create().officer(), "demo");
        Map<String, String> condition = Map.of("assigneeExpression", EXPRESSION);
        String filter = anyFilter().getId();
        List<Object> bodies = List.of(
                condition,
                Map.of("orQueries", List.of(condition)),
                Map.of("orQueries", List.of(Map.of("orQueries", List.of(condition)))),
                "{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + EXPRESSION + "\"}]}");
        for (Object body : bodies) {
            for (String path :
                    List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count")) {
                HttpResponse<String> answer = officer.post(ENGINE + path, body);
                assertThat(answer.statusCode()).as(path + body).isEqualTo(400);
            }
            assertThat(officer.post(
                                    ENGINE + "/filter/create",
                                    Map.of("resourceType", "Task", "name", "x", "query", body))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(officer.get(ENGINE + "/task?assigneeExpression=%24%7B1%7D").statusCode())
                .isEqualTo(400);
        assertUntouched();
    }

    @Test
    void ordinaryQueriesStillWork() {
        Caller officer = Caller.signedIn(port, cities.create().officer(), "demo");

        assertThat(officer.post(ENGINE + "/task", Map.of("orQueries", List.of(Map.of("assignee", "nobody"))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.post(ENGINE + "/filter/" + anyFilter().getId() + "/list", Map.of("assignee", "nobody"))
                        .statusCode())
                .isEqualTo(200);
        // As Tasklist asks when it starts.
        assertThat(officer.get(ENGINE + "/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${accounts}",
                "${jdbcClient}",
                "${engineAccounts.find('x')}",
                "${''.getClass()}",
                "${expressionProbe.getClass()}",
                "${expressionProbe.class}",
                "${execution.getProcessEngineServices()}"
            })
    void expressionsOfProcessesSeeProcessBeansOnly(String text) {
        assertThatThrownBy(() -> commands()
                        .execute(context -> expression(text).getValue(StartProcessVariableScope.getSharedInstance())))
                .isInstanceOf(ProcessEngineException.class);
    }

    private Filter anyFilter() {
        return filters.createFilterQuery().listPage(0, 1).get(0);
    }

    private org.camunda.bpm.engine.delegate.Expression expression(String text) {
        return configuration().getExpressionManager().createExpression(text);
    }

    private org.camunda.bpm.engine.impl.interceptor.CommandExecutor commands() {
        return configuration().getCommandExecutorTxRequired();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
