package org.supervision.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;

/** A changed notice counts at once on its node, soon on others, and no date is stored by what it has changed. */
@ApplicationTest
class HolidaysInForceTests {

    private static final int YEAR = 2032;
    private static final LocalDate NEW_YEAR = LocalDate.of(YEAR, 1, 1);
    private static final List<CalendarDay> NOTICE = List.of(new CalendarDay(NEW_YEAR, DayKind.HOLIDAY, "元旦"));

    /** A clock that stands still until it is moved. */
    private static final class StoppedClock extends Clock {

        private Instant now = Instant.parse("2031-12-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return WorkingDays.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Autowired
    private HolidayNotices notices;

    @Autowired
    private WorkingDays here;

    @Autowired
    private TestNotices testNotices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final StoppedClock clock = new StoppedClock();
    private WorkingDays onOtherNode;

    @BeforeEach
    void startOtherNode() {
        onOtherNode = new WorkingDays(new HolidaysInForce(jdbc, clock), LocalTime.of(18, 0));
        assertThat(here.provisional(NEW_YEAR)).isTrue();
        assertThat(onOtherNode.provisional(NEW_YEAR)).isTrue();
    }

    @AfterEach
    void forgetTheNotice() {
        testNotices.forget(YEAR);
    }

    @Test
    void aNoticeCountsAtOnceOnItsNodeAndTwoSecondsLaterOnOthers() {
        notices.load(YEAR, NOTICE, "sysadmin", null);

        assertThat(here.isWorkingDay(NEW_YEAR)).isFalse();
        assertThat(onOtherNode.isWorkingDay(NEW_YEAR)).isTrue();
        clock.now = clock.now.plus(Duration.ofSeconds(2));
        assertThat(onOtherNode.isWorkingDay(NEW_YEAR)).isFalse();
    }

    @Test
    void aClockSetBackHidesNoNotice() {
        notices.load(YEAR, NOTICE, "sysadmin", null);
        clock.now = clock.now.minus(Duration.ofDays(100));

        assertThat(onOtherNode.isWorkingDay(NEW_YEAR)).isFalse();
    }

    @Test
    void aTransactionThatMayStoreDatesSeesTheNoticeAtOnce() {
        notices.load(YEAR, NOTICE, "sysadmin", null);

        assertThat(isWorkingDayForWriters(onOtherNode)).isFalse();
    }

    @Test
    void aChangeThatIsRolledBackNeverCounted() {
        // Another node has changed something just before.
        jdbc.sql("update calendar_version set version = version + 1").update();
        transaction.executeWithoutResult(status -> {
            notices.load(YEAR, NOTICE, "sysadmin", null);
            assertThat(here.isWorkingDay(NEW_YEAR)).isFalse();
            status.setRollbackOnly();
        });

        assertThat(here.isWorkingDay(NEW_YEAR)).isTrue();
        assertThat(isWorkingDayForWriters(here)).isTrue();
    }

    @Test
    void noNoticeIsLoadedWhileATransactionReckonsWithTheOldOnes() throws Exception {
        CompletableFuture<?> loading = transaction.execute(status -> {
            assertThat(onOtherNode.isWorkingDay(NEW_YEAR)).isTrue();
            CompletableFuture<?> load = CompletableFuture.runAsync(() -> notices.load(YEAR, NOTICE, "sysadmin", null));
            awaitWaitingForTheCalendar();
            assertThat(load).isNotDone();
            assertThat(onOtherNode.isWorkingDay(NEW_YEAR)).isTrue();
            return load;
        });

        loading.get(20, TimeUnit.SECONDS);
        assertThat(here.isWorkingDay(NEW_YEAR)).isFalse();
    }

    @Test
    void aTransactionThatBeginsWhileANoticeIsLoadedReckonsWithTheNewOne() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<?> loading = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            notices.load(YEAR, NOTICE, "sysadmin", null);
            loaded.countDown();
            await(mayEnd);
        }));
        await(loaded);
        CompletableFuture<Boolean> working = CompletableFuture.supplyAsync(() -> isWorkingDayForWriters(onOtherNode));
        awaitWaitingForTheCalendar();

        mayEnd.countDown();

        loading.get(20, TimeUnit.SECONDS);
        assertThat(working.get(20, TimeUnit.SECONDS)).isFalse();
    }

    private boolean isWorkingDayForWriters(WorkingDays days) {
        return Boolean.TRUE.equals(transaction.execute(status -> days.isWorkingDay(NEW_YEAR)));
    }

    private void awaitWaitingForTheCalendar() {
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
