package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.GroupPath;
import org.supervision.workflow.AskedWork.Asked;
import org.supervision.workflow.AskedWork.UnitMonth;

/** How long people work on what is asked of them, and how often the same is asked. */
@ApplicationTest
class EffortsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private GuardedStep step;

    @Autowired
    private Efforts efforts;

    @Autowired
    private AskedWork asked;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestCity city;
    private String key;
    private String item;
    private Caller liaison;

    @BeforeEach
    void aWorkItem() {
        city = cities.create();
        key = city.code() + "-step";
        item = step.start(key, GroupPath.liaison(city.code(), city.units().get(0)));
        liaison = Caller.basic(port, city.liaison(0), "demo");
    }

    static Stream<Arguments> signs() {
        return Stream.of(
                Arguments.of("one sign takes no time", List.of(0), 0),
                Arguments.of("the time between two signs counts", List.of(0, 5), 300),
                Arguments.of("a silence of a quarter of an hour still counts", List.of(0, 15), 900),
                Arguments.of("a longer one is a pause", List.of(0, 16), 0),
                Arguments.of("work goes on after a pause", List.of(0, 5, 60, 70), 900),
                Arguments.of("a clock set back counts nothing", List.of(10, 0, 4), 240));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signs")
    void measures(String rule, List<Integer> minutes, int seconds) {
        Instant start = Instant.parse("2031-03-05T02:00:00Z");

        minutes.forEach(minute -> efforts.see(item, start.plus(Duration.ofMinutes(minute))));

        assertThat(jdbc.sql("select seconds from work_item_effort where work_item_id = ?")
                        .param(item)
                        .query(Integer.class)
                        .single())
                .as(rule)
                .isEqualTo(seconds);
    }

    @Test
    void whatWasMeasuredIsKeptWithTheCompletion() {
        efforts.see(item, clock.instant().minus(Duration.ofMinutes(12)));
        efforts.see(item, clock.instant().minus(Duration.ofMinutes(4)));

        complete();

        assertThat(all()).singleElement().satisfies(done -> {
            assertThat(done.item().unit()).isEqualTo(city.units().get(0));
            assertThat(done.seconds()).isBetween(12 * 60, 13 * 60);
            assertThat(done.time()).isEqualTo(1);
            assertThat(done.subject().keyTask().number()).isEqualTo(17);
        });
        assertThat(jdbc.sql("select count(*) from work_item_effort where work_item_id = ?")
                        .param(item)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDraftIsASignOfWork() {
        efforts.see(item, clock.instant().minus(Duration.ofMinutes(3)));

        liaison.put("/api/v1/work-items/" + item + "/draft", Map.of("values", Map.of("answer", "half")));

        assertThat(jdbc.sql("select seconds from work_item_effort where work_item_id = ?")
                        .param(item)
                        .query(Integer.class)
                        .single())
                .isBetween(180, 240);
    }

    @Test
    void whoeverIsNotSeenIsCountedButNotMeasured() {
        complete();

        assertThat(asked.byMonth(city.code(), month(), month(), null))
                .containsExactly(new UnitMonth(city.units().get(0), all().get(0).unitName(), month(), 1, 0, 0, 0));
    }

    @Test
    void theSameStepOnceMoreIsTheSecondTime() {
        complete();
        item = step.currentItem(key);
        complete();
        item = step.start(key, GroupPath.liaison(city.code(), city.units().get(0)));
        complete();

        assertThat(all()).extracting(Asked::time).containsExactly(2, 1, 1);
        assertThat(asked.byMonth(city.code(), month(), month(), city.units().get(0)))
                .singleElement()
                .satisfies(month -> assertThat(month.again()).isEqualTo(1));
        assertThat(asked.byMonth(city.code(), month(), month(), city.units().get(1)))
                .isEmpty();
        assertThat(asked.at(key, all().get(0).item().step()).times()).isEqualTo(2);
    }

    @Test
    void whatIsTakenBackWasNotAsked() {
        complete();

        asked.takeBack(key, city.liaison(0));

        assertThat(all()).isEmpty();
        assertThat(asked.at(key, "UserTask_Answer").times()).isZero();
    }

    private void complete() {
        liaison.post(
                "/api/v1/work-items/" + item + "/completion",
                Map.of("values", Map.of("answer", "done", "decision", "APPROVE")));
    }

    private List<Asked> all() {
        return asked.list(city.code(), month(), month(), null, 0, 10).items();
    }

    private YearMonth month() {
        return YearMonth.now(clock);
    }
}
