package org.supervision.demo;

import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;

/** A time in which nothing ran: what became due in it is done afterwards, all at once. */
@TestComponent
public class Downtime {

    private final SimulatedClock clock;
    private final TimeTravel time;

    Downtime(SimulatedClock clock, TimeTravel time) {
        this.clock = clock;
        this.time = time;
    }

    public void until(Instant start) {
        begin(start);
        time.to(start);
    }

    /** The clock goes on while nothing runs yet. */
    public void begin(Instant until) {
        clock.set(until);
    }
}
