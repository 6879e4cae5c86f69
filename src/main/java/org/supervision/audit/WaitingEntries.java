package org.supervision.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How long entries wait for their seal: what waits for minutes tells that no sealer works, which stops nobody else. */
@Component
public class WaitingEntries {

    private static final Logger log = LoggerFactory.getLogger(WaitingEntries.class);

    private static final String OLDEST =
            """
            select min(at) from audit_entry where id in
              (select min(entry_id) from audit_unsealed where :chain::text is null or chain = :chain group by chain)""";

    private final JdbcClient jdbc;
    private final AuditProperties properties;
    private final Clock clock;

    WaitingEntries(JdbcClient jdbc, AuditProperties properties, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("supervision.audit.waiting", this, waiting -> waiting.age()
                        .toSeconds())
                .description("Age of the oldest audit entry without a seal")
                .baseUnit("seconds")
                .register(meters);
    }

    /**
     * When the oldest of the entries was made that wait longer than they should.
     *
     * @param government in whose chain; {@code null} for all
     */
    public Optional<Instant> oldest(@Nullable String government) {
        return oldestOf(government).filter(this::isLate);
    }

    Duration age() {
        return oldestOf(null).map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
    }

    boolean isLate(Instant at) {
        return at.plus(properties.lateAfter()).isBefore(clock.instant());
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void tell() {
        oldest(null)
                .ifPresent(at -> log.error(
                        "THE AUDIT TRAIL IS NOT SEALED: the oldest entry without a seal was made {}. Look for what keeps"
                                + " the sealer, and whether a node has supervision.audit.sealing on",
                        at));
    }

    private Optional<Instant> oldestOf(@Nullable String government) {
        return jdbc.sql(OLDEST)
                .param("chain", government)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }
}
