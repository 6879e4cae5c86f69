package org.supervision.audit;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the trail is sealed and its lines are sent. Work goes on without both, so the application stays healthy for
 * those who restart it (200) and says {@code DEGRADED} to those who watch.
 */
@Component("auditTrail")
class TrailHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final WaitingEntries waiting;
    private final TrailLog lines;

    TrailHealth(WaitingEntries waiting, TrailLog lines) {
        this.waiting = waiting;
        this.lines = lines;
    }

    @Override
    public Health health() {
        Optional<Instant> late = waiting.oldest(null);
        Health.Builder health = late.isEmpty() && lines.reachesItsServer() ? Health.up() : Health.status(DEGRADED);
        late.ifPresent(at -> health.withDetail("oldestEntryWithoutSeal", at.toString()));
        return health.withDetail("linesSent", lines.reachesItsServer()).build();
    }
}
