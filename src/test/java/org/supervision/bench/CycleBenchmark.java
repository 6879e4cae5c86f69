package org.supervision.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.supervision.ApplicationTest;
import org.supervision.bench.Contender.Round;
import org.supervision.bench.DatabaseServer.Counts;
import org.supervision.demo.TimeTravel;

/**
 * A quarterly cycle from the opening of its round to the office's approval, with all duties on, beside the bare engine
 * with the same diagrams: rounds of both in turn, on the same database server. Nothing here judges a time; what fails is
 * a cycle that did not really end approved. Among the duties is the sealing of the audit trail, every second beside the
 * work; {@code -Dsupervision.bench.sealing=false} shows what it costs.
 */
@ApplicationTest
@Import(OurCycles.class)
@TestPropertySource(properties = "supervision.audit.sealing=${supervision.bench.sealing:true}")
@DirtiesContext
class CycleBenchmark {

    private static final int CYCLES = Integer.getInteger("supervision.bench.cycles", 50);
    private static final int CLIENTS = Integer.getInteger("supervision.bench.clients", 2);
    private static final int LEAST_ROUNDS = 3;

    /** After this no further round begins; what runs in its first quarter warms up and does not count. */
    private static final long BUDGET = TimeUnit.SECONDS.toNanos(Integer.getInteger("supervision.bench.seconds", 120));

    private static final long WARM_UP = BUDGET / 4;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @TestBean
    private EmbeddedPostgres embeddedPostgres;

    @Autowired
    private OurCycles ours;

    @Autowired
    private ProcessEngine ourEngine;

    @Autowired
    private TimeTravel time;

    /**
     * One measured round.
     *
     * @param processorSeconds of this virtual machine, the database server not included
     */
    private record Sample(double cyclesPerSecond, double processorSeconds, Counts perCycle) {}

    static EmbeddedPostgres embeddedPostgres() {
        return DatabaseServer.start();
    }

    @Test
    void measuresAQuarterlyCycleBesideTheBareEngine() throws Exception {
        DatabaseServer server = new DatabaseServer(embeddedPostgres);
        time.to(Instant.parse("2024-04-01T01:00:00Z"));
        try (HikariDataSource defaults = pool(server.createDatabase("bare"));
                HikariDataSource settingsOfOurs = pool(server.createDatabase("like_for_like"))) {
            Contender bare = new BareCycles("bare", "bare", engineDefaults(defaults));
            Contender likeForLike = new BareCycles("like-for-like", "like_for_like", ourSettings(settingsOfOurs));
            publish(measure(server, List.of(ours, bare, likeForLike)), server);
        }
    }

    private Map<String, List<Sample>> measure(DatabaseServer server, List<Contender> contenders) throws Exception {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        contenders.forEach(contender -> samples.put(contender.name(), new ArrayList<>()));
        List<Contender> order = new ArrayList<>(contenders);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long started = System.nanoTime();
            int measured = 0;
            while (measured < LEAST_ROUNDS || System.nanoTime() - started < BUDGET) {
                boolean counts = System.nanoTime() - started > WARM_UP;
                for (Contender contender : order) {
                    Sample sample = run(contender, server, clients);
                    if (counts) {
                        samples.get(contender.name()).add(sample);
                    }
                }
                measured += counts ? 1 : 0;
                Collections.rotate(order, 1);
            }
        } finally {
            clients.shutdownNow();
        }
        return samples;
    }

    private static Sample run(Contender contender, DatabaseServer server, ExecutorService clients) throws Exception {
        Round round = contender.prepare(CYCLES);
        Counts before = server.counts(contender.database());
        long processorTime = PROCESS.getProcessCpuTime();
        long opening = System.nanoTime();
        round.open();
        long opened = System.nanoTime();
        assertThat(round.timers()).as("overdue timers of %s", contender.name()).isEqualTo(CYCLES);
        long working = System.nanoTime();
        List<Callable<Void>> work = round.cycles().stream()
                .<Callable<Void>>map(cycle -> () -> {
                    round.run(cycle);
                    return null;
                })
                .toList();
        for (Future<Void> done : clients.invokeAll(work)) {
            done.get();
        }
        long worked = System.nanoTime();
        double processorSeconds = (PROCESS.getProcessCpuTime() - processorTime) / 1e9;
        Counts cost = server.counts(contender.database()).since(before);
        assertThat(round.approved())
                .as("approved cycles of %s", contender.name())
                .isEqualTo(CYCLES);
        double seconds = (opened - opening + worked - working) / 1e9;
        return new Sample(CYCLES / seconds, processorSeconds / CYCLES, cost.dividedBy(CYCLES));
    }

    private void publish(Map<String, List<Sample>> samples, DatabaseServer server) throws IOException {
        Figures figures = new Figures();
        samples.forEach((name, taken) ->
                figures.addSpread("cycle.throughput." + name, values(taken, Sample::cyclesPerSecond), "cycles/s"));
        Stream.of("bare", "like-for-like")
                .forEach(other -> figures.addSpread(
                        "cycle.ratio.ours-to-" + other, ratios(samples.get(ours.name()), samples.get(other)), "ratio"));
        samples.forEach((name, taken) -> {
            String cost = "cycle.cost." + name;
            figures.add(cost + ".processor", 1e3 * median(taken, Sample::processorSeconds), "ms/cycle");
            figures.add(
                    cost + ".statements",
                    median(taken, sample -> sample.perCycle().statements()),
                    "statements/cycle");
            figures.add(
                    cost + ".write-transactions",
                    median(taken, sample -> sample.perCycle().writeTransactions()),
                    "transactions/cycle");
            figures.add(cost + ".wal", median(taken, sample -> sample.perCycle().walBytes()), "bytes/cycle");
        });
        int rounds = samples.get(ours.name()).size();
        figures.add("cycle.rounds", rounds, "rounds");
        figures.add("cycle.cycles-per-round", CYCLES, "cycles");
        figures.add("cycle.clients", CLIENTS, "clients");
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("processors", Runtime.getRuntime().availableProcessors());
        conditions.put("java", Runtime.version().toString());
        conditions.put("database", server.settings());
        figures.publish("cycle", conditions);
    }

    private static List<Double> values(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return samples.stream().mapToDouble(value).boxed().toList();
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return Figures.quantile(values(samples, value), 0.5);
    }

    /** Of neighbours in time, so that what slows the machine down slows both. */
    private static List<Double> ratios(List<Sample> ours, List<Sample> others) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round).cyclesPerSecond() / others.get(round).cyclesPerSecond());
        }
        return ratios;
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        return pool;
    }

    /** History full, no authorizations, no tenants. */
    private static ProcessEngineConfigurationImpl engineDefaults(HikariDataSource database) {
        ProcessEngineConfigurationImpl engine = new StandaloneProcessEngineConfiguration();
        engine.setDataSource(database);
        return engine;
    }

    /** Every setting of ours that costs or saves the engine something. */
    private ProcessEngineConfigurationImpl ourSettings(HikariDataSource database) {
        var settings = (ProcessEngineConfigurationImpl) ourEngine.getProcessEngineConfiguration();
        ProcessEngineConfigurationImpl engine = engineDefaults(database);
        engine.setHistory(settings.getHistory());
        engine.setHistoryRemovalTimeStrategy(settings.getHistoryRemovalTimeStrategy());
        engine.setAuthorizationEnabled(settings.isAuthorizationEnabled());
        engine.setAuthorizationCheckRevokes(settings.getAuthorizationCheckRevokes());
        engine.setCustomSessionFactories(settings.getCustomSessionFactories());
        engine.setResourceAuthorizationProvider(settings.getResourceAuthorizationProvider());
        engine.setDefaultUserPermissionForTask(settings.getDefaultUserPermissionForTask());
        engine.setTenantIdProvider(settings.getTenantIdProvider());
        engine.setIdGenerator(settings.getIdGenerator());
        engine.setCmmnEnabled(settings.isCmmnEnabled());
        engine.setStandaloneTasksEnabled(settings.isStandaloneTasksEnabled());
        engine.setMetricsEnabled(settings.isMetricsEnabled());
        engine.setDbMetricsReporterActivate(settings.isDbMetricsReporterActivate());
        return engine;
    }
}
