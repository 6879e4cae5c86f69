package org.supervision.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.calendar.WorkingDays;
import org.supervision.dashboard.DatabaseDashboards;
import org.supervision.dashboard.PastCycles;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUser;

/**
 * The office's dashboard over a long past beside one over a short past: the same open quarter, ten years of quarters behind
 * it, in the reader's city a tenth of all cycles. Its queries run in turn on both databases of one server; the whole page is
 * timed on the long one. Nothing here judges a time; what fails is a dashboard that counts something else.
 */
@ApplicationTest
@DirtiesContext
class DashboardBenchmark {

    private static final int QUARTERS = 40;
    private static final int UNITS = 60;
    private static final int OPEN = Integer.getInteger("supervision.bench.open", 500);
    private static final int LONG = Integer.getInteger("supervision.bench.past", 1_000_000);
    private static final int SHORT = 10_000;
    private static final int CITIES = 10;
    private static final int ROUNDS = Integer.getInteger("supervision.bench.rounds", 30);
    private static final int CALLS = 10;

    @TestBean
    private EmbeddedPostgres embeddedPostgres;

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Clock clock;

    @Autowired
    private HikariDataSource longPast;

    @Autowired
    private WebApplicationContext application;

    static EmbeddedPostgres embeddedPostgres() {
        return DatabaseServer.start();
    }

    @Test
    void measuresTheOfficesDashboardOverALongPast() throws Exception {
        DatabaseServer server = new DatabaseServer(embeddedPostgres);
        time.to(Instant.parse("2026-10-20T01:30:00Z"));
        TestCity city = cities.create();
        try (HikariDataSource shortPast = new HikariDataSource()) {
            shortPast.setJdbcUrl(server.createDatabase("short_past"));
            shortPast.setUsername("postgres");
            Flyway.configure()
                    .dataSource(shortPast)
                    .placeholders(Map.of("applicationRole", "postgres", "keepMonths", ""))
                    .load()
                    .migrate();
            fill(shortPast, List.of(city.code()), SHORT);
            fill(
                    embeddedPostgres.getPostgresDatabase(),
                    IntStream.range(0, CITIES)
                            .mapToObj(other -> other == 0 ? city.code() : "past" + other)
                            .toList(),
                    LONG);
            publish(city, server, shortPast);
        }
    }

    private static void fill(DataSource pool, List<String> cities, int cycles) throws Exception {
        try (var connection = pool.getConnection()) {
            JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            database.sql("set session_replication_role = replica").update();
            for (String city : cities) {
                PastCycles.fill(database, city, UNITS, QUARTERS, cycles / cities.size() / QUARTERS, OPEN);
            }
            PastCycles.keep(database);
            database.sql("reset session_replication_role").update();
            database.sql("vacuum analyze").update();
        }
    }

    private void publish(TestCity city, DatabaseServer server, HikariDataSource shortPast) throws Exception {
        CurrentUser officer =
                CurrentUser.of(city.officer(), "officer", java.util.Set.of(city.code() + "/office/officer"));
        DatabaseDashboards few = new DatabaseDashboards(JdbcClient.create(shortPast), workingDays, clock);
        DatabaseDashboards many = new DatabaseDashboards(JdbcClient.create(longPast), workingDays, clock);
        assertThat(few.office(officer).owed()).isEqualTo(OPEN);
        assertThat(many.office(officer).inHand()).isEqualTo(few.office(officer).inHand());
        assertThat(JdbcClient.create(longPast)
                        .sql("select count(*) from reporting_cycle where state = 'CLOSED' and closed_at < '2026-09-01'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(LONG);
        List<Double> ofFew = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -ROUNDS / 3; round < ROUNDS; round++) {
            // Which one comes first changes, so that neither always finds the machine as the other left it.
            boolean fewFirst = round % 2 == 0;
            double first = median(fewFirst ? few : many, officer);
            double second = median(fewFirst ? many : few, officer);
            if (round >= 0) {
                ofFew.add(fewFirst ? first : second);
                ofMany.add(fewFirst ? second : first);
                ratios.add(ofMany.get(round) / ofFew.get(round));
            }
        }
        List<Double> page = page(city);
        Figures figures = new Figures();
        figures.addSpread("dashboard.queries.past-" + SHORT, ofFew, "ms");
        figures.addSpread("dashboard.queries.past-" + LONG, ofMany, "ms");
        figures.addSpread("dashboard.queries.ratio.long-to-short", ratios, "ratio");
        figures.addSpread("dashboard.page", page, "ms");
        figures.add("dashboard.page.p95", Figures.quantile(page, 0.95), "ms");
        figures.add("dashboard.open-tasks", OPEN, "tasks");
        figures.add("dashboard.pages", page.size(), "pages");
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("processors", Runtime.getRuntime().availableProcessors());
        conditions.put("database", server.settings());
        figures.publish("dashboard", conditions);
    }

    private static double median(DatabaseDashboards dashboards, CurrentUser officer) {
        List<Double> taken = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            long started = System.nanoTime();
            dashboards.office(officer);
            taken.add((System.nanoTime() - started) / 1e6);
        }
        return Figures.quantile(taken, 0.5);
    }

    /** The whole page on the server, from the request to the last byte, over the long past. */
    private List<Double> page(TestCity city) throws Exception {
        MockMvc browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        Authentication officer = cities.signIn(city.officer());
        List<Double> taken = new ArrayList<>();
        for (int call = -100; call < ROUNDS * CALLS; call++) {
            long started = System.nanoTime();
            var answer = browser.perform(
                            MockMvcRequestBuilders.get("/statistics").with(authentication(officer)))
                    .andReturn()
                    .getResponse();
            double milliseconds = (System.nanoTime() - started) / 1e6;
            assertThat(answer.getStatus()).isEqualTo(200);
            if (call >= 0) {
                taken.add(milliseconds);
            }
        }
        return taken;
    }
}
