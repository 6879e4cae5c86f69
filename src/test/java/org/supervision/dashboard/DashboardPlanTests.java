package org.supervision.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.supervision.ApplicationTest;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.Quarter;

/** No query of a dashboard reads all of the past: each finds what it needs by an index. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardPlanTests {

    /** Tables that grow with every quarter. */
    static final List<String> HISTORY = List.of(
            "reporting_cycle",
            "progress_report",
            "review",
            "key_task",
            "unit_quarter",
            "score_line",
            "completed_work_item");

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-10-20T01:30:00Z"), ZoneOffset.UTC);

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private WorkingDays workingDays;

    private final Set<String> sent = new LinkedHashSet<>();
    private Connection connection;
    private JdbcClient recorded;

    @BeforeAll
    void fourCitiesHaveTenYearsBehindThem() throws SQLException {
        connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        JdbcClient filling = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        filling.sql("set local session_replication_role = replica").update();
        for (String city : List.of("plana", "planb", "planc", "pland")) {
            PastCycles.fill(filling, city, 30, 40, 200, 200);
        }
        filling.sql("delete from unit_quarter").update();
        PastCycles.keep(filling);
        PastCycles.analyze(filling);
        recorded = JdbcClient.create(new SingleConnectionDataSource(recording(), true));
    }

    @AfterAll
    void nothingOfItStays() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void everyQueryOfEveryDashboardFindsItsRowsByAnIndex() throws Exception {
        DatabaseDashboards dashboards = new DatabaseDashboards(recorded, workingDays, NOW);
        CurrentUser officer = person("office/officer");
        RoundDashboard office = dashboards.office(officer);
        assertThat(office.owed()).isEqualTo(200);
        assertThat(office.history()).hasSize(8 * 30);
        assertThat(office.inHand()).hasSize(3);
        assertThat(office.returns()).hasSize(1);
        dashboards.unit(officer, "planb-u003");
        assertThat(dashboards.inCharge(person("city-leader")).owed()).isEqualTo(20);
        assertThat(dashboards.year(officer).latest().of(CycleFigure.CYCLES)).isEqualTo(200);
        assertThat(dashboards.asked(officer)).isEqualTo(30);

        assertThat(sent).hasSizeGreaterThan(15);
        for (String statement : sent) {
            assertThat(scanned(statement)).as(statement).isEmpty();
        }
    }

    @Test
    void aQueryThatReadsAllOfThePastWouldBeFound() throws Exception {
        assertThat(scanned("select count(*) from reporting_cycle where office_verdict = 'DONE'"))
                .containsExactly("reporting_cycle");
        assertThat(scanned("select u.name, count(*) from reporting_cycle c join org_unit u on u.code = c.lead_unit"
                        + " join review w on w.cycle_id = c.id group by u.name"))
                .contains("reporting_cycle", "review");
    }

    /** What the migration keeps of rounds that were there before is what counting them gives. */
    @Test
    void theMigrationKeepsWhatACountGives() {
        CycleSql cycles = new CycleSql(recorded, NOW);
        UnitQuarters quarters = new UnitQuarters(recorded, cycles);
        String round = "planb-2026-q1";
        List<UnitQuarter> kept = quarters.kept("planb", new Quarter(2026, 1), new Quarter(2026, 1), null);
        assertThat(kept)
                .hasSize(30)
                .containsExactlyInAnyOrderElementsOf(quarters.count(CycleScope.of(round, null, null)));
    }

    private static CurrentUser person(String post) {
        return CurrentUser.of("planb-mayor", "某人", Set.of("planb/" + post));
    }

    private List<String> scanned(String statement) throws Exception {
        String plan = JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("explain (format json) " + statement)
                .query(String.class)
                .single();
        List<String> scanned = new ArrayList<>();
        collect(new ObjectMapper().readTree(plan), scanned);
        return scanned;
    }

    private static void collect(JsonNode node, List<String> scanned) {
        if (node.path("Node Type").asText().equals("Seq Scan")
                && HISTORY.contains(node.path("Relation Name").asText())) {
            scanned.add(node.path("Relation Name").asText());
        }
        node.forEach(child -> collect(child, scanned));
    }

    /** The same connection, which remembers each statement with its values. */
    private Connection recording() {
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            if (!method.equals("prepareStatement")) {
                return result;
            }
            PreparedStatement statement = (PreparedStatement) result;
            List<String> arrays = new ArrayList<>();
            return proxy(PreparedStatement.class, statement, (called, values, answer) -> {
                if (called.startsWith("set") && values[1] instanceof String[] texts) {
                    arrays.add("array['" + String.join("', '", texts) + "']");
                } else if (called.startsWith("execute")) {
                    sent.add(withValues(statement, arrays));
                }
                return answer;
            });
        });
    }

    /** The driver writes all values but arrays. */
    private static String withValues(PreparedStatement statement, List<String> arrays) {
        try {
            String sql = statement.unwrap(org.postgresql.PGStatement.class).toString();
            for (String array : arrays) {
                sql = sql.replaceFirst("\\?", array);
            }
            return sql;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Answer {
        Object of(String method, Object[] arguments, Object result);
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, T target, Answer answer) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return answer.of(method.getName(), arguments, method.invoke(target, arguments));
            } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
