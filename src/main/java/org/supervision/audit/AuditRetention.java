package org.supervision.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.shared.AuditableEvent.Change;

/**
 * Removes what is older than has to be kept, from the beginning of each chain that is intact, and records it. The
 * database does it and never removes what is younger than six months (migration V0262).
 */
@Service
class AuditRetention {

    private static final Logger log = LoggerFactory.getLogger(AuditRetention.class);

    private final JdbcClient jdbc;
    private final AuditVerification verification;
    private final AuditEntries entries;
    private final TransactionTemplate transaction;
    private final AuditProperties properties;
    private final Clock clock;

    AuditRetention(
            JdbcClient jdbc,
            AuditVerification verification,
            AuditEntries entries,
            TransactionTemplate transaction,
            AuditProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.verification = verification;
        this.entries = entries;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** Does nothing unless it is configured for how long entries are kept. */
    void purge() {
        Integer months = properties.keepMonths();
        if (months == null) {
            return;
        }
        Instant before =
                clock.instant().atZone(clock.getZone()).minusMonths(months).toInstant();
        for (ChainState chain : verification.verify(null)) {
            if (chain.intact()) {
                transaction.executeWithoutResult(status -> purge(chain, before));
            } else {
                log.error("The audit trail of {} is not intact; nothing of it is removed", chain.government());
            }
        }
    }

    private void purge(ChainState chain, Instant before) {
        long removed = jdbc.sql("select purge_audit_chain(?, ?)")
                .param(Objects.requireNonNullElse(chain.government(), Seal.OF_INSTALLATION))
                .param(OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .query(Long.class)
                .single();
        if (removed > 0) {
            entries.add(
                    chain.government(),
                    AuditEntry.ENGINE,
                    null,
                    "purge-audit-trail",
                    "audit-trail",
                    Objects.requireNonNullElse(chain.government(), "installation"),
                    Map.of(
                            "olderThan", new Change(null, before.toString()),
                            "removedEntries", new Change(null, String.valueOf(removed))));
        }
    }
}
