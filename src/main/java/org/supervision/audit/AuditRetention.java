package org.supervision.audit;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Lets the database remove what is older than has to be kept, from the beginning of each chain that is intact. How old
 * that is the database knows itself, and it records what it has removed (migration V0272).
 */
@Service
class AuditRetention {

    private static final Logger log = LoggerFactory.getLogger(AuditRetention.class);

    private final JdbcClient jdbc;
    private final AuditVerification verification;
    private final HeadNotes notes;

    AuditRetention(JdbcClient jdbc, AuditVerification verification, HeadNotes notes) {
        this.jdbc = jdbc;
        this.verification = verification;
        this.notes = notes;
    }

    /** Does nothing unless it is configured for how long entries are kept. */
    void purge() {
        if (!jdbc.sql("select months is not null from audit_keeping")
                .query(Boolean.class)
                .single()) {
            return;
        }
        long removed = 0;
        for (ChainState chain : verification.verify(null)) {
            if (chain.intact()) {
                removed += jdbc.sql("select purge_audit_chain(?)")
                        .param(Objects.requireNonNullElse(chain.government(), Seal.OF_INSTALLATION))
                        .query(Long.class)
                        .single();
            } else {
                log.error("The audit trail of {} is not intact; nothing of it is removed", chain.government());
            }
        }
        if (removed > 0) {
            notes.note();
        }
    }
}
