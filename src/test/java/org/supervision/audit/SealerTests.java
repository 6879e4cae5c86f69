package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.AuditableEvents;

/** Every entry gets one seal after its act, in one chain for each government, and no act waits for it. */
@ApplicationTest
class SealerTests {

    private record Act(String government, String objectId) implements AuditableEvent {

        @Override
        public String objectType() {
            return "test-object";
        }

        @Override
        public String act() {
            return "do-something";
        }
    }

    @Autowired
    private Sealer sealer;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditProperties properties;

    @Autowired
    private TrailLog lines;

    @Autowired
    private Clock clock;

    private final String city =
            "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    @Test
    void whatWasDoneWaitsForItsSealAndGetsIt() {
        act(3);
        assertThat(state().unsealed()).isEqualTo(3);
        assertThat(state().sealed()).isZero();
        assertThat(state().intact()).isTrue();

        sealer.sealAll();

        assertThat(state().unsealed()).isZero();
        assertThat(state().sealed()).isEqualTo(3);
        assertThat(state().intact()).isTrue();
        assertThat(state().head()).satisfies(head -> {
            assertThat(head.position()).isEqualTo(3);
            assertThat(head.algorithm()).isEqualTo("SHA-256");
            assertThat(head.hash()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void theInstallationHasAChainOfItsOwn() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Act(null, city)));
        sealer.sealAll();

        assertThat(verification.verify(null)).anySatisfy(chain -> {
            assertThat(chain.government()).isNull();
            assertThat(chain.intact()).isTrue();
            assertThat(chain.unsealed()).isZero();
        });
    }

    @Test
    void manyAreSealedInSeveralTransactions() {
        act(2 * Sealer.MOST + 1);

        sealer.sealAll();

        assertThat(state().sealed()).isEqualTo(2L * Sealer.MOST + 1);
        assertThat(state().intact()).isTrue();
    }

    /** What is stored for each is counted, not what it becomes when it is read. */
    @Test
    void bigEntriesAreSealedAFewAtATime() {
        java.util.Random random = new java.util.Random(1);
        String big = random.ints(300_000, 0x4e00, 0x9fa5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 4; i++) {
                entries.add(city, "officer", null, "act", "test-object", "o", Map.of("text", new Change(null, big)));
            }
        });

        assertThat(sealer.seal(city)).isEqualTo(3);
        sealer.sealAll();

        assertThat(state().sealed()).isEqualTo(4);
        assertThat(state().intact()).isTrue();
    }

    @Test
    void anActThatCommitsLateIsSealedLaterThoughItsIdIsLower() {
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(late -> {
            events.publishEvent(new Act(city, "late"));
            another.executeWithoutResult(status -> events.publishEvent(new Act(city, "early")));
            another.executeWithoutResult(status -> assertThat(sealer.seal(city)).isEqualTo(1));
        });
        assertThat(sealer.seal(city)).isEqualTo(1);

        assertThat(jdbc.sql(
                                """
                                select object_id from audit_seal s join audit_entry e on e.id = entry_id
                                 where chain = ? order by position""")
                        .param(city)
                        .query(String.class)
                        .list())
                .containsExactly("early", "late");
        assertThat(state().intact()).isTrue();
        assertThat(state().sealed()).isEqualTo(2);
    }

    @Test
    void severalSealersAtOnceSealEachEntryOnce() throws Exception {
        act(3000);

        together(4, () -> {
            sealer.sealAll();
            return 0;
        });
        sealer.sealAll();

        assertThat(state().sealed()).isEqualTo(3000);
        assertThat(state().head().position()).isEqualTo(3000);
        assertThat(state().intact()).isTrue();
    }

    @Test
    void whoeverComesWhileAnotherSealsLeavesItToThatOne() {
        act(2);
        transaction.executeWithoutResult(status -> {
            assertThat(sealer.seal(city)).isEqualTo(2);
            assertThat(elsewhere(() -> sealer.seal(city))).isZero();
        });
        assertThat(sealer.seal(city)).isZero();
        assertThat(state().sealed()).isEqualTo(2);
    }

    @Test
    void aSealerThatDiesInBetweenLeavesNothingHalfDone() {
        act(2);
        transaction.executeWithoutResult(status -> {
            sealer.seal(city);
            status.setRollbackOnly();
        });
        assertThat(state().sealed()).isZero();
        assertThat(state().unsealed()).isEqualTo(2);
        assertThat(state().intact()).isTrue();

        assertThat(sealer.seal(city)).isEqualTo(2);
        assertThat(state().intact()).isTrue();
    }

    @Test
    void tenThousandActsCommitWhileASealerHoldsItsLock() {
        act(1);
        transaction.executeWithoutResult(status -> {
            assertThat(sealer.seal(city)).isEqualTo(1);
            elsewhere(() -> {
                act(10_000);
                return 0;
            });
            assertThat(elsewhere(() -> state().unsealed())).isEqualTo(10_001);
        });

        sealer.sealAll();
        assertThat(state().sealed()).isEqualTo(10_001);
        assertThat(state().intact()).isTrue();
    }

    @Test
    void anotherAlgorithmContinuesTheChain() {
        act(2);
        sealer.seal(city);
        act(2);
        AuditProperties other =
                new AuditProperties(true, SealAlgorithm.SM3, properties.lateAfter(), null, properties.syslog());
        new Sealer(jdbc, transaction, other, lines, clock).seal(city);
        assertThat(state().head().algorithm()).isEqualTo("SM3");
        act(1);
        sealer.seal(city);

        assertThat(jdbc.sql("select algorithm from audit_seal where chain = ? order by position")
                        .param(city)
                        .query(String.class)
                        .list())
                .containsExactly("SHA-256", "SHA-256", "SM3", "SM3", "SHA-256");
        assertThat(state().intact()).isTrue();
    }

    @Test
    void eachSealedEntryIsALineOnceItIsSealed() {
        Logger logger = (Logger) LoggerFactory.getLogger(TrailLog.LOGGER);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.INFO);
        try {
            act(2);
            assertThat(appender.list).isEmpty();
            sealer.seal(city);
        } finally {
            logger.setLevel(Level.OFF);
            logger.detachAppender(appender);
        }

        assertThat(appender.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first -> assertThat(first).contains("object-id=o0", "position=1"), second -> assertThat(second)
                                .contains("object-id=o1", "position=2")
                                .endsWith(state().head().hash()));
    }

    /** With :entry sealed at position 1 and :next waiting. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // a gap, the same position, the same entry, an entry that is none
                "insert into audit_seal values (:city, 3, :next, 'SHA-256', 'x', now())",
                "insert into audit_seal values (:city, 1, :next, 'SHA-256', 'x', now())",
                "insert into audit_seal values (:city, 2, :entry, 'SHA-256', 'x', now())",
                "insert into audit_seal values (:city, 2, 0, 'SHA-256', 'x', now())",
            })
    void theDatabaseTakesNoSealOutOfPlace(String statement) {
        act(1);
        sealer.seal(city);
        act(1);
        List<Long> ids = jdbc.sql("select id from audit_entry where government = ? order by id")
                .param(city)
                .query(Long.class)
                .list();

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(statement)
                .param("city", city)
                .param("entry", ids.get(0))
                .param("next", ids.get(1))
                .update());
        assertThat(sealer.seal(city)).isEqualTo(1);
        assertThat(state().intact()).isTrue();
    }

    private void act(int times) {
        transaction.executeWithoutResult(status -> events.publishEvent(new AuditableEvents(IntStream.range(0, times)
                .mapToObj(i -> (AuditableEvent) new Act(city, "o" + i))
                .toList())));
    }

    private ChainState state() {
        return verification.verify(city).get(0);
    }

    /** On another thread, so in another transaction; fails rather than waiting for long. */
    private static <T> T elsewhere(Callable<T> act) {
        try {
            return together(1, act).get(0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static <T> List<T> together(int threads, Callable<T> act) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(act));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
