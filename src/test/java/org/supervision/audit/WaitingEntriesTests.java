package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;

/** That nobody seals shows in health, metric, log and on the page, and nowhere as long as somebody does. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class WaitingEntriesTests {

    @Autowired
    private AuditEntries entries;

    @Autowired
    private Sealer sealer;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditProperties properties;

    @Autowired
    private TrailLog lines;

    @Autowired
    private Clock clock;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String city = "w" + UUID.randomUUID().toString().substring(0, 8);
    private Instant made;
    private WaitingEntries waiting;

    @BeforeEach
    void anEntryOfNow() {
        sealer.sealAll();
        transaction.executeWithoutResult(
                status -> entries.add(city, AuditEntry.ENGINE, null, "act", "test-object", "o", Map.of()));
        made = clock.instant();
        waiting = after(Duration.ofSeconds(200));
    }

    @Test
    void whatWaitsForMinutesIsTold(CapturedOutput output) {
        waiting.tell();

        assertThat(waiting.oldest(city)).isPresent();
        assertThat(waiting.oldest("elsewhere")).isEmpty();
        assertThat(output).contains("THE AUDIT TRAIL IS NOT SEALED");
        assertThat(meters.get("supervision.audit.waiting").gauge().value()).isBetween(199.0, 202.0);
        assertThat(new TrailHealth(waiting, lines).health().getStatus()).isEqualTo(TrailHealth.DEGRADED);
    }

    @Test
    void whatHasJustBeenMadeAndWhatIsSealedIsNot(CapturedOutput output) {
        assertThat(after(Duration.ofSeconds(30)).oldest(city)).isEmpty();

        sealer.sealAll();
        waiting.tell();

        assertThat(waiting.oldest(null)).isEmpty();
        assertThat(output).doesNotContain("NOT SEALED");
        assertThat(new TrailHealth(waiting, lines).health().getStatus()).isEqualTo(Status.UP);
    }

    private WaitingEntries after(Duration time) {
        AuditProperties strict =
                new AuditProperties(true, properties.algorithm(), Duration.ofMinutes(1), null, properties.syslog());
        meters.clear();
        return new WaitingEntries(jdbc, strict, meters, Clock.fixed(made.plus(time), clock.getZone()));
    }
}
