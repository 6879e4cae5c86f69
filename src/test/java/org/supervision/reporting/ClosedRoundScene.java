package org.supervision.reporting;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.workflow.WorkItems;

/** A city with a closed round of three approved reports, ready for its secrecy check. */
@ApplicationTest
abstract class ClosedRoundScene {

    static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "confirmed", true);
    static final Map<String, Object> CHECKED = Map.of("confirmed", true, "opinion", "已核对。");

    @Autowired
    TestCities cities;

    @Autowired
    Withholdings withholdings;

    @Autowired
    Publications publications;

    @Autowired
    SecrecyChecks checks;

    @Autowired
    CycleReopening reopening;

    @Autowired
    WorkItems workItems;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RestCalls rest;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Portal portal;

    @Autowired
    TimeTravel time;

    TestCity city;
    String round;

    @BeforeEach
    void aRoundOfThreeApprovedReportsIsClosed() {
        city = cities.create();
        for (int number = 1; number <= 3; number++) {
            cities.keyTask(city, number);
        }
        round = cities.openFirstQuarter(city);
        for (int number = 1; number <= 3; number++) {
            report(number, "完成第%d处选址。".formatted(number));
        }
        cities.complete(city.officer(), round, "round-closing", Map.of());
        time.to(Instant.parse("2024-04-01T01:02:00Z"));
    }

    void report(int number, String progress) {
        String cycle = round + "-" + number;
        cities.complete(city.liaison(0), cycle, "progress-report", Map.of("verdict", "DONE", "progress", progress));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "DONE"));
    }

    void publish() {
        cities.complete(city.officer(), round, "secrecy-check", CHECKED);
        cities.complete(city.chief(), round, "round-publication", SIGN);
    }

    void withhold(int number, @Nullable String ofRound, WithholdingGround ground) {
        cities.as(city.officer(), () -> {
            withholdings.withhold(keyTask(number), ofRound, ground, "内部理由");
            return number;
        });
    }

    void lift(int number) {
        cities.as(city.officer(), () -> {
            withholdings.lift(
                    keyTask(number),
                    withholdings.ofKeyTask(keyTask(number)).get(0).id());
            return number;
        });
    }

    String keyTask(int number) {
        return "%s-2024-%d".formatted(city.code(), number);
    }
}
