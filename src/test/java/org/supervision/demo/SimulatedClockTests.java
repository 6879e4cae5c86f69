package org.supervision.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;

/** The simulated clock and the engine's are one. */
@ApplicationTest
class SimulatedClockTests {

    @Autowired
    private TimeTravel time;

    @Autowired
    private Clock clock;

    @Test
    void standsNeverBeforeTheInstantItWasSetTo() {
        Instant due = Instant.parse("2024-04-08T10:00:00Z");
        for (int times = 0; times < 100; times++) {
            time.to(due);
            assertThat(ClockUtil.getCurrentTime().toInstant()).isAfterOrEqualTo(due);
            assertThat(clock.instant()).isAfterOrEqualTo(due);
        }
    }
}
