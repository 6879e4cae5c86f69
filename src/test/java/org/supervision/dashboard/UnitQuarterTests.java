package org.supervision.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.reporting.ActUndoing;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.CycleReopening;
import org.supervision.reporting.PastResult;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.Verdict;
import org.supervision.shared.Quarter;

/** What is kept of closed rounds is at all times what counting their cycles anew gives. */
@ApplicationTest
class UnitQuarterTests {

    private static final Quarter FIRST = new Quarter(2024, 1);

    @Autowired
    private TestCities cities;

    @Autowired
    private UnitQuarters quarters;

    @Autowired
    private ActUndoing undoing;

    @Autowired
    private CycleReopening reopening;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String round;

    @BeforeEach
    void aRoundOfFiveIsOpen() {
        city = cities.create();
        for (int number = 1; number <= 5; number++) {
            cities.keyTask(city, number);
        }
        round = cities.openFirstQuarter(city);
    }

    @Test
    void anOpenRoundIsCountedFromItsCyclesAndAClosedOneAsItWasKept() {
        report(1);
        approve(1);
        report(2);
        cities.complete(city.leader(0), cycle(2), "unit-review", Map.of("decision", "RETURN", "comment", "核对数值"));
        undo(city.leader(0), 2);
        report(3);
        cities.complete(city.leader(0), cycle(3), "unit-review", Map.of("decision", "RETURN", "comment", "核对数值"));
        time.to(Instant.parse("2024-04-08T10:01:00Z"));
        report(3);
        report(4);
        assertThat(kept()).isEmpty();
        assertThat(shown().of(CycleFigure.DUE)).isEqualTo(5);
        assertThat(shown().of(CycleFigure.ON_TIME))
                .as("also where the return gave more days")
                .isEqualTo(3);
        assertThat(shown().of(CycleFigure.LATE)).isEqualTo(1);
        assertThat(shown().of(CycleFigure.MISSING)).isEqualTo(1);
        assertThat(shown().returns()).isEqualTo(1);

        cities.complete(city.officer(), round, "round-closing", Map.of());
        keptIsWhatACountGives();
        assertThat(shown().of(CycleFigure.NOT_REPORTED)).isEqualTo(1);
        assertThat(shown().of(CycleFigure.NOT_APPROVED)).isEqualTo(3);
        assertThat(shown().of(CycleFigure.UNKNOWN)).isEqualTo(4);
    }

    @Test
    void whatAReopenedCycleDoesIsCountedAgain() {
        for (int number = 1; number <= 4; number++) {
            report(number);
            approve(number);
        }
        publish();
        keptIsWhatACountGives();
        reopen(1);
        reopen(5);
        keptIsWhatACountGives();
        assertThat(shown().of(CycleFigure.APPROVED)).isEqualTo(3);

        report(5);
        keptIsWhatACountGives();
        assertThat(shown().of(CycleFigure.REPORTED)).isEqualTo(5);
        assertThat(shown().of(CycleFigure.ON_TIME)).as("after its round").isEqualTo(4);
        undo(city.liaison(0), 5);
        keptIsWhatACountGives();
        assertThat(shown().of(CycleFigure.REPORTED)).isEqualTo(4);
    }

    @Test
    void whatTwoDoAtTheSameTimeIsBothCounted() throws Exception {
        for (int number = 1; number <= 5; number++) {
            report(number);
            approve(number);
        }
        publish();
        reopen(1);
        reopen(2);
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<?>[] acts = List.of(1, 2).stream()
                .map(number -> CompletableFuture.runAsync(() -> {
                    await(start);
                    report(number);
                    approve(number);
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(acts).get(60, TimeUnit.SECONDS);
        keptIsWhatACountGives();
        assertThat(shown().of(CycleFigure.APPROVED)).isEqualTo(5);
    }

    @Test
    void anImportedRoundIsKeptAndNobodyWasLateInIt() {
        Quarter past = new Quarter(2024, 2);
        cities.as(city.officer(), () -> {
            planning.recordPast(
                    city.code(),
                    past,
                    List.of(past(1, CycleOutcome.APPROVED, Verdict.DONE), past(2, CycleOutcome.NOT_REPORTED, null)));
            return null;
        });
        Tally imported = quarters.between(city.code(), past, past, null).get(0).tally();
        assertThat(imported.of(CycleFigure.CYCLES)).isEqualTo(2);
        assertThat(imported.of(CycleFigure.APPROVED)).isEqualTo(1);
        assertThat(imported.of(CycleFigure.NOT_REPORTED)).isEqualTo(1);
        assertThat(imported.of(CycleFigure.DUE)).isZero();
        assertThat(quarters.between(city.code(), past, past, null))
                .isEqualTo(quarters.count(CycleScope.of(city.code() + "-2024-q2", null, null)));
    }

    private PastResult past(int number, CycleOutcome outcome, @Nullable Verdict verdict) {
        return new PastResult(
                "%s-2024-%d".formatted(city.code(), number), List.of(), List.of("已建成。"), verdict, outcome);
    }

    private void keptIsWhatACountGives() {
        assertThat(kept()).isNotEmpty().isEqualTo(quarters.count(CycleScope.of(round, null, null)));
    }

    /** Nothing while the round is open. */
    private List<UnitQuarter> kept() {
        return quarters.kept(city.code(), FIRST, FIRST, null);
    }

    private Tally shown() {
        return quarters.between(city.code(), FIRST, FIRST, null).get(0).tally();
    }

    private void report(int number) {
        cities.complete(
                city.liaison(0),
                cycle(number),
                "progress-report",
                Map.of("verdict", "DONE", "progress", "第%d项已完成选址。".formatted(number)));
    }

    private void approve(int number) {
        cities.complete(city.leader(0), cycle(number), "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), cycle(number), "office-review", Map.of("decision", "APPROVE", "verdict", "DONE"));
    }

    private void undo(String person, int number) {
        cities.as(person, () -> {
            undoing.undo(cycle(number));
            return null;
        });
    }

    private void publish() {
        cities.complete(city.officer(), round, "round-closing", Map.of());
        time.to(Instant.parse("2024-04-01T01:02:00Z"));
        cities.complete(city.officer(), round, "secrecy-check", Map.of("confirmed", true, "opinion", "已核对。"));
        cities.complete(city.chief(), round, "round-publication", Map.of("decision", "SIGN", "confirmed", true));
    }

    private void reopen(int number) {
        cities.as(city.chief(), () -> {
            reopening.reopen(cycle(number), "数字有误");
            return null;
        });
    }

    private String cycle(int number) {
        return round + "-" + number;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The other did not start", e);
        }
    }
}
