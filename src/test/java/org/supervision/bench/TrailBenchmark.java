package org.supervision.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;
import org.supervision.audit.TrailSeals;
import org.supervision.bench.Contender.Round;
import org.supervision.demo.TimeTravel;

/**
 * What sealing the trail costs the cycles: pairs of rounds in one process, one with a sealer every second beside the work
 * and until the last entry has its seal, one without, which of the two comes first in turn. Each pair gives one ratio.
 */
@ApplicationTest
@Import(OurCycles.class)
@DirtiesContext
class TrailBenchmark {

    private static final int CYCLES = Integer.getInteger("supervision.bench.cycles", 50);
    private static final int CLIENTS = Integer.getInteger("supervision.bench.clients", 2);
    private static final int PAIRS = Integer.getInteger("supervision.bench.pairs", 12);
    private static final int WARM_UP = 3;
    private static final int OPENED = Integer.getInteger("supervision.bench.opened", 10_000);

    @TestBean
    private EmbeddedPostgres embeddedPostgres;

    @Autowired
    private OurCycles cycles;

    @Autowired
    private TrailSeals seals;

    @Autowired
    private TimeTravel time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    static EmbeddedPostgres embeddedPostgres() {
        return DatabaseServer.start();
    }

    @Test
    void measuresRoundsWithAndWithoutASealerInPairs() throws Exception {
        time.to(Instant.parse("2024-04-01T01:00:00Z"));
        List<Double> sealed = new ArrayList<>();
        List<Double> unsealed = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int pair = -WARM_UP; pair < PAIRS; pair++) {
                boolean sealedFirst = pair % 2 == 0;
                double first = cyclesPerSecond(sealedFirst, clients);
                double second = cyclesPerSecond(!sealedFirst, clients);
                if (pair >= 0) {
                    sealed.add(sealedFirst ? first : second);
                    unsealed.add(sealedFirst ? second : first);
                }
            }
        } finally {
            clients.shutdownNow();
        }
        Figures figures = new Figures();
        figures.addSpread("trail.throughput.sealed", sealed, "cycles/s");
        figures.addSpread("trail.throughput.unsealed", unsealed, "cycles/s");
        figures.addSpread(
                "trail.cost",
                IntStream.range(0, PAIRS)
                        .mapToObj(pair -> 100 * (1 - sealed.get(pair) / unsealed.get(pair)))
                        .toList(),
                "percent");
        figures.publish(
                "trail",
                Map.of(
                        "pairs", PAIRS,
                        "cycles", CYCLES,
                        "clients", CLIENTS,
                        "processors", Runtime.getRuntime().availableProcessors(),
                        "database", new DatabaseServer(embeddedPostgres).settings()));
    }

    /** A sealer that stands still in the middle of its work holds its lock until its transaction ends. */
    @Test
    void opensManyCyclesWhileASealerHoldsEveryChain() throws Exception {
        time.to(Instant.parse("2024-04-01T01:00:00Z"));
        Round round = cycles.prepare(OPENED);
        ExecutorService opener = Executors.newSingleThreadExecutor();
        try {
            Double seconds = transaction.execute(status -> {
                jdbc.sql("select pg_advisory_xact_lock(hashtext('audit_seal'), hashtext(code)) from government")
                        .query()
                        .listOfRows();
                return secondsUntilOpen(round, opener);
            });
            assertThat(round.timers()).isGreaterThanOrEqualTo(OPENED);
            Figures figures = new Figures();
            figures.add("trail.opened-while-held", seconds, "s");
            figures.publish("trail-held", Map.of("cycles", OPENED));
        } finally {
            opener.shutdownNow();
        }
    }

    private static double secondsUntilOpen(Round round, ExecutorService opener) {
        long began = System.nanoTime();
        try {
            opener.submit(round::open).get(30, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("the cycles waited for the chain", e);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private double cyclesPerSecond(boolean sealing, ExecutorService clients) throws Exception {
        Round round = cycles.prepare(CYCLES);
        // What was left over is nobody's cost.
        seals.all();
        ScheduledExecutorService sealer = Executors.newSingleThreadScheduledExecutor();
        long began = System.nanoTime();
        try {
            if (sealing) {
                sealer.scheduleWithFixedDelay(seals::all, 1, 1, TimeUnit.SECONDS);
            }
            round.open();
            List<Callable<Void>> work = round.cycles().stream()
                    .<Callable<Void>>map(cycle -> () -> {
                        round.run(cycle);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            sealer.shutdown();
            sealer.awaitTermination(1, TimeUnit.MINUTES);
        }
        if (sealing) {
            seals.all();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(round.approved()).isEqualTo(CYCLES);
        return CYCLES / seconds;
    }
}
