package org.supervision.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.workflow.EngineTime;

/**
 * The one clock of the demo: the system's, shifted by an offset that survives a restart. Goes on ticking after it was
 * set.
 */
@Component
@Profile("demo")
class SimulatedClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock system = Clock.system(ZONE);
    private final JdbcClient jdbc;
    private final EngineTime engineTime;
    private volatile Duration offset;

    SimulatedClock(JdbcClient jdbc, EngineTime engineTime) {
        this.jdbc = jdbc;
        this.engineTime = engineTime;
        this.offset = Duration.ofMillis(jdbc.sql("select offset_millis from demo_clock")
                .query(Long.class)
                .single());
        engineTime.shift(offset);
    }

    /** To whole milliseconds, as the engine counts, and never before: what is due at that instant is due then. */
    void set(Instant now) {
        offset = Duration.ofMillis(
                Duration.between(system.instant(), now).plusNanos(999_999).toMillis());
        jdbc.sql("update demo_clock set offset_millis = ?")
                .param(offset.toMillis())
                .update();
        engineTime.shift(offset);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The zone is Asia/Shanghai everywhere");
    }
}
