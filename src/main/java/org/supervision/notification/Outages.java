package org.supervision.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.supervision.notification.DeliveryFailedException.Reason;

/**
 * Remembers for a minute that a server did not answer, so that a thousand waiting messages do not hold a thousand
 * threads for the time-out of each: the engine's other work goes on.
 */
@Component
class Outages {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;

    Outages(Clock clock) {
        this.clock = clock;
    }

    /** Fails at once if the server has just been found unreachable. */
    void refuseDuring(String server) {
        Instant end = until.get(server);
        Instant now = clock.instant();
        if (end != null && now.isBefore(end) && now.isAfter(end.minus(PAUSE.multipliedBy(2)))) {
            throw new DeliveryFailedException(Reason.UNREACHABLE, server);
        }
    }

    DeliveryFailedException begin(String server) {
        until.put(server, clock.instant().plus(PAUSE));
        return new DeliveryFailedException(Reason.UNREACHABLE, server);
    }

    void end(String server) {
        until.remove(server);
    }
}
