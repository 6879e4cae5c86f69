package org.supervision.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.supervision.ApplicationTest;
import org.supervision.bench.Contender.Round;
import org.supervision.demo.Downtime;

/**
 * Many cycles due at the same minute: how long it takes until all are marked overdue, and next morning until every
 * reminder is issued, beside a bare engine with the same diagrams, the same job executor and delegates that do nothing.
 * Nothing here judges a time; what fails is a slip that is missing, doubled or out of number.
 */
@ApplicationTest
@Import(OurCycles.class)
@DirtiesContext
class DrainBenchmark {

    static final Instant FIRST_RUNG = Instant.parse("2024-04-08T16:05:00Z");

    private static final Instant QUARTER_OPENS = Instant.parse("2024-04-01T01:00:00Z");
    private static final Instant REPORTS_DUE = Instant.parse("2024-04-08T10:00:30Z");

    private static final int TIMERS = Integer.getInteger("supervision.bench.timers", 1_000);
    private static final int ROUNDS = Integer.getInteger("supervision.bench.drains", 3);

    @TestBean
    private EmbeddedPostgres embeddedPostgres;

    @Autowired
    private OurCycles ours;

    @Autowired
    private ProcessEngine ourEngine;

    @Autowired
    private Downtime downtime;

    @Autowired
    private JdbcClient jdbc;

    static EmbeddedPostgres embeddedPostgres() {
        return DatabaseServer.start();
    }

    @Test
    void drainsTimersThatAreDueAtTheSameMinuteBesideTheBareEngine() throws Exception {
        DatabaseServer server = new DatabaseServer(embeddedPostgres);
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(server.createDatabase("bare_drain"));
            database.setUsername("postgres");
            var configuration = new StandaloneProcessEngineConfiguration();
            configuration.setDataSource(database);
            configuration.setJobExecutorAcquireByDueDate(true);
            BareCycles bare = new BareCycles("bare-drain", "bare_drain", configuration);
            JdbcClient.create(database)
                    .sql("create index on act_ru_job (duedate_)")
                    .update();
            for (int round = 0; round < ROUNDS; round++) {
                downtime.begin(QUARTER_OPENS);
                Round ourRound = open(ours);
                Round bareRound = open(bare);
                for (Instant due : List.of(REPORTS_DUE, FIRST_RUNG.plusSeconds(30))) {
                    String what = due.equals(REPORTS_DUE) ? "overdue" : "reminders";
                    downtime.begin(due);
                    boolean oursFirst = round % 2 == 0;
                    if (oursFirst) {
                        note(seconds, what + ".ours", drain(ourEngine));
                    }
                    note(seconds, what + ".bare", drain(bare.engine()));
                    if (!oursFirst) {
                        note(seconds, what + ".ours", drain(ourEngine));
                    }
                }
                everySlipIsThereOnceAndNumberedWithoutGap(ourRound);
                assertThat(bareRound.cycles()).hasSize(TIMERS);
            }
        }
        publish(seconds, server);
    }

    private static Round open(Contender contender) {
        Round round = contender.prepare(TIMERS);
        round.open();
        assertThat(round.timers()).as(contender.name()).isEqualTo(TIMERS);
        return round;
    }

    /**
     * Both engines drain with the same job executor. It becomes the engine's own for that time: what takes a job looks
     * whether its engine's own executor is active, and gives the job back if not.
     *
     * @return seconds until no job is due any more
     */
    private static double drain(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JobExecutor own = configuration.getJobExecutor();
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setMaxJobsPerAcquisition(50);
        executor.setCorePoolSize(4);
        executor.setMaxPoolSize(8);
        executor.setQueueSize(100);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.registerProcessEngine((ProcessEngineImpl) engine);
        configuration.setJobExecutor(executor);
        long started = System.nanoTime();
        executor.start();
        try {
            while (engine.getManagementService().createJobQuery().executable().count() > 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            return (System.nanoTime() - started) / 1e9;
        } finally {
            executor.shutdown();
            configuration.setJobExecutor(own);
        }
    }

    private void everySlipIsThereOnceAndNumberedWithoutGap(Round round) {
        Map<String, Object> slips = jdbc.sql(
                        """
                        select count(*) as slips, count(distinct cycle_id) as cycles, min(number) as first,
                            max(number) as last, count(distinct number) as numbers
                        from slip where cycle_id in (:cycles)""")
                .param("cycles", round.cycles())
                .query()
                .singleRow();
        assertThat(slips.values().stream().map(Object::toString))
                .containsExactly(
                        String.valueOf(TIMERS),
                        String.valueOf(TIMERS),
                        "1",
                        String.valueOf(TIMERS),
                        String.valueOf(TIMERS));
    }

    private static void note(Map<String, List<Double>> seconds, String what, double taken) {
        seconds.computeIfAbsent(what, key -> new ArrayList<>()).add(taken);
    }

    private static void publish(Map<String, List<Double>> seconds, DatabaseServer server) throws Exception {
        Figures figures = new Figures();
        for (String what : List.of("overdue", "reminders")) {
            List<Double> ours = seconds.get(what + ".ours");
            List<Double> bare = seconds.get(what + ".bare");
            figures.addSpread("drain." + what + ".ours", ours, "s");
            figures.addSpread("drain." + what + ".bare", bare, "s");
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ours.size(); round++) {
                ratios.add(ours.get(round) / bare.get(round));
            }
            figures.addSpread("drain." + what + ".ratio.ours-to-bare", ratios, "ratio");
        }
        figures.add("drain.timers", TIMERS, "timers");
        figures.add("drain.rounds", ROUNDS, "rounds");
        figures.publish("drain", Map.of("database", server.settings()));
    }
}
