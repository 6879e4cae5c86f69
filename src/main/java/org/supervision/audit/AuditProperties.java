package org.supervision.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the trail is kept.
 *
 * @param sealing whether this node seals entries and removes those that are too old; one node that does is enough
 * @param algorithm of new seals; those there are keep theirs
 * @param lateAfter how long an entry waits for its seal until that is told
 * @param keepMonths after how many months entries are removed, six at least; {@code null}: never
 */
@Validated
@ConfigurationProperties("supervision.audit")
record AuditProperties(
        boolean sealing,
        SealAlgorithm algorithm,
        Duration lateAfter,
        @Nullable @Min(6) Integer keepMonths,
        @Valid Syslog syslog) {

    /**
     * Where each sealed entry is sent to as a line.
     *
     * @param host empty: nowhere
     * @param port UDP
     */
    record Syslog(String host, @Min(1) @Max(65535) int port) {}
}
