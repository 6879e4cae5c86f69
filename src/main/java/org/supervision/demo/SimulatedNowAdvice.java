package org.supervision.demo;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page the simulated time, so that its header shows and moves it. */
@ControllerAdvice(annotations = Controller.class)
@Profile("demo")
class SimulatedNowAdvice {

    private final Clock clock;

    SimulatedNowAdvice(Clock clock) {
        this.clock = clock;
    }

    @ModelAttribute("simulatedNow")
    ZonedDateTime simulatedNow() {
        return ZonedDateTime.now(clock);
    }
}
