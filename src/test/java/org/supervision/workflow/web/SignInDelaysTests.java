package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong password doubles the delay under its name, on time that passes. */
class SignInDelaysTests {

    private final MockClock ticks = new MockClock();
    private final SignInDelays delays = new SignInDelays(ticks);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 4", "6, 32", "9, 256", "10, 300", "1000, 300"})
    void theDelayDoublesUpToFiveMinutes(int wrong, long seconds) {
        count("someone", wrong);

        assertThat(delays.remaining("someone")).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void itPassesWithTime() {
        count("someone", 3);

        ticks.add(Duration.ofMillis(3999));
        assertThat(delays.remaining("someone")).isPositive();
        ticks.add(Duration.ofMillis(1));
        assertThat(delays.remaining("someone")).isZero();
    }

    @Test
    void theCountGoesOnAfterADelayAndBeginsAnewAfterAQuietTime() {
        count("someone", 3);
        ticks.add(Duration.ofSeconds(10));
        count("someone", 1);
        assertThat(delays.remaining("someone")).isEqualTo(Duration.ofSeconds(8));

        ticks.add(Duration.ofSeconds(8).plus(SignInDelays.LONGEST));
        count("someone", 1);
        assertThat(delays.remaining("someone")).isEqualTo(SignInDelays.SHORTEST);
    }

    @Test
    void theRightPasswordEndsItAndOthersAreNotConcerned() {
        count("someone", 3);
        assertThat(delays.remaining("else")).isZero();

        delays.forget("someone");

        assertThat(delays.remaining("someone")).isZero();
    }

    @Test
    void endlessNamesFindNoEndlessMemoryAndDriveNobodyOut() {
        count("victim", 9);
        count("first", 1);
        for (int i = 0; i < 2 * SignInDelays.MOST_NAMES; i++) {
            count("name" + i, 1);
        }
        assertThat(delays.remaining("first")).isZero();
        assertThat(delays.remaining("victim")).isEqualTo(Duration.ofSeconds(256));
        count("x".repeat(1_000_000), 1);
        assertThat(delays.remaining("x".repeat(64)))
                .as("only the beginning is kept")
                .isPositive();
    }

    @Test
    void guessesMadeAtOnceAreLookedAtOneByOne() throws Exception {
        AtomicInteger lookedAt = new AtomicInteger();
        AtomicInteger tooSoon = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(20);
        ExecutorService callers = Executors.newFixedThreadPool(20);
        for (int i = 0; i < 20; i++) {
            callers.execute(() -> {
                started.countDown();
                try {
                    delays.attempt("someone", () -> {
                        // The first waits for all others to come, as a slow hash does.
                        await(started);
                        lookedAt.incrementAndGet();
                        return false;
                    });
                } catch (SignInTooSoonException e) {
                    tooSoon.incrementAndGet();
                }
            });
        }
        callers.shutdown();

        assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lookedAt).hasValue(1);
        assertThat(tooSoon).hasValue(19);
    }

    @Test
    void rightPasswordsGivenAtOnceAreAllTaken() {
        for (int i = 0; i < 20; i++) {
            assertThat(delays.attempt("someone", () -> true)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(String name, int times) {
        for (int i = 0; i < times; i++) {
            delays.count(name);
        }
    }
}
