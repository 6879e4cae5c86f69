package org.supervision.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what has been recorded, a chain for each government. It comes after the acts and on its own: an act waits
 * neither for a seal nor for a sealer, and several may run. The database keeps the queue of entries without a seal and
 * the head of each chain as entries and seals are added (migration V0261).
 */
@Service
class Sealer {

    /** Entries in one transaction. */
    static final int MOST = 1000;

    /** Bytes of changes, as they are stored, after which no further entry is taken into a transaction. */
    static final int MOST_BYTES = 2_000_000;

    /** Transactions for one chain until the others have their turn. */
    private static final int ROUNDS = 100;

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditProperties properties;
    private final TrailLog lines;
    private final Clock clock;

    Sealer(JdbcClient jdbc, TransactionTemplate transaction, AuditProperties properties, TrailLog lines, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.properties = properties;
        this.lines = lines;
        this.clock = clock;
    }

    /** Seals all that waits. */
    void sealAll() {
        for (String chain : jdbc.sql("select distinct chain from audit_unsealed order by chain")
                .query(String.class)
                .list()) {
            try {
                for (int i = 0; i < ROUNDS && seal(chain) > 0; i++) {
                    log.debug("More may wait in chain {}", chain);
                }
            } catch (RuntimeException e) {
                log.error("Chain {} of the audit trail cannot be sealed now", chain, e);
            }
        }
    }

    /**
     * Seals the oldest that wait in one chain, all of them or none.
     *
     * @return how many; 0 also if somebody else is at it
     */
    int seal(String chain) {
        Map<Seal, StoredEntry> added =
                transaction.execute(status -> isMine(chain) ? add(chain) : Map.<Seal, StoredEntry>of());
        if (added == null) {
            return 0;
        }
        added.forEach(lines::write);
        return added.size();
    }

    /** One sealer at a time, until its transaction ends; the next one need not wait, it comes again. */
    private boolean isMine(String chain) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit_seal'), hashtext(?))")
                .param(chain)
                .query(Boolean.class)
                .single();
    }

    private Map<Seal, StoredEntry> add(String chain) {
        Optional<ChainHead> head = jdbc.sql("select * from audit_head where chain = ?")
                .param(chain)
                .query((row, n) -> ChainHead.of(row))
                .optional();
        long position = head.map(ChainHead::position).orElse(0L);
        String hash = head.map(ChainHead::hash).orElse(Seal.NOTHING_BEFORE);
        // As the database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Seal, StoredEntry> added = new LinkedHashMap<>();
        for (StoredEntry entry : waiting(chain)) {
            Seal seal = Seal.of(entry, chain, ++position, hash, properties.algorithm(), now);
            hash = seal.hash();
            added.put(seal, entry);
        }
        if (!added.isEmpty()) {
            insert(chain, List.copyOf(added.keySet()), now);
        }
        return added;
    }

    private List<StoredEntry> waiting(String chain) {
        return jdbc.sql(
                        """
                        select * from (
                            select e.*, sum(pg_column_size(e.changes)) over (order by e.id) - pg_column_size(e.changes)
                                   as bytes_before
                              from (select entry_id from audit_unsealed where chain = ? order by entry_id limit ?) u
                              join audit_entry e on e.id = u.entry_id) as first
                         where bytes_before < ? order by id""")
                .param(chain)
                .param(MOST)
                .param(MOST_BYTES)
                .query((row, n) -> StoredEntry.of(row))
                .list();
    }

    private void insert(String chain, List<Seal> seals, Instant now) {
        jdbc.sql(
                        """
                        insert into audit_seal (chain, position, entry_id, algorithm, hash, sealed_at)
                        select :chain, position, entry_id, :algorithm, hash, :now
                          from unnest(:positions::bigint[], :entries::bigint[], :hashes::text[])
                            as seal (position, entry_id, hash)""")
                .param("chain", chain)
                .param("algorithm", properties.algorithm().code())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("positions", array(seals, Seal::position, Long[]::new))
                .param("entries", array(seals, Seal::entryId, Long[]::new))
                .param("hashes", array(seals, Seal::hash, String[]::new))
                .update();
    }

    private static <T> T[] array(List<Seal> seals, Function<Seal, T> value, IntFunction<T[]> array) {
        return seals.stream().map(value).toArray(array);
    }
}
