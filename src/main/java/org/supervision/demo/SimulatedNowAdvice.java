package org.supervision.demo;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.supervision.identity.CurrentUsers;

/** Tells every page of a signed-in person the simulated time, so that its header shows and moves it. */
@ControllerAdvice(annotations = Controller.class)
@Profile("demo")
class SimulatedNowAdvice {

    private final Clock clock;
    private final CurrentUsers currentUsers;

    SimulatedNowAdvice(Clock clock, CurrentUsers currentUsers) {
        this.clock = clock;
        this.currentUsers = currentUsers;
    }

    @ModelAttribute("simulatedNow")
    @Nullable
    ZonedDateTime simulatedNow() {
        return currentUsers.current().isPresent() ? ZonedDateTime.now(clock) : null;
    }
}
