package org.supervision.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.shared.AuditableEvent.Change;

/**
 * Writes into each chain how far others have come: the installation's tells of all, each of the others of the
 * installation's. Whoever cuts a chain off has to rewrite the others too.
 */
@Service
class HeadNotes {

    private static final String ACT = "note-heads";
    private static final String OBJECT_TYPE = "audit-trail";

    private final JdbcClient jdbc;
    private final AuditEntries entries;
    private final Clock clock;

    HeadNotes(JdbcClient jdbc, AuditEntries entries, Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.clock = clock;
    }

    /** Notes them unless that was done within the last hour. */
    @Transactional
    void noteNowAndThen() {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean noted = jdbc.sql(
                        "select exists (select from audit_entry where object_type = ? and object_id = ? and act = ? and at > ? and at <= ?)")
                .params(OBJECT_TYPE, "installation", ACT, now.minusHours(1), now)
                .query(Boolean.class)
                .single();
        if (!noted) {
            note();
        }
    }

    @Transactional
    void note() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit_note'), 0)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        jdbc.sql("select fold_audit_counts()").query((row, n) -> true).single();
        Map<String, Change> reached = new TreeMap<>();
        jdbc.sql("select chain, position || ' ' || hash from audit_head order by chain")
                .query((row, n) -> reached.put(row.getString(1), new Change(null, row.getString(2))))
                .list();
        Change ofInstallation = reached.remove(Seal.OF_INSTALLATION);
        Map<String, Change> others = new LinkedHashMap<>();
        reached.forEach((chain, head) -> others.put("heads." + chain, head));
        add(null, others);
        if (ofInstallation != null) {
            reached.keySet().forEach(chain -> add(chain, Map.of("heads." + Seal.OF_INSTALLATION, ofInstallation)));
        }
    }

    private void add(@Nullable String government, Map<String, Change> heads) {
        entries.add(
                government,
                AuditEntry.ENGINE,
                null,
                ACT,
                OBJECT_TYPE,
                government == null ? "installation" : government,
                heads);
    }
}
