package org.supervision.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.audit.ChainMarks.Note;
import org.supervision.audit.ChainMarks.Removal;

/** Recomputes the chains of the trail as they are at one instant, reading row by row. */
@Service
public class AuditVerification {

    private static final String HEADS = "select * from audit_head where :chain::text is null or chain = :chain";

    private static final String REMOVED =
            """
            select distinct on (chain) c.*, purged_at - interval '6 months' as youngest,
                   exists (select from audit_entry e
                            where e.object_type = 'audit-trail' and e.act = 'purge-audit-trail'
                              and coalesce(e.government, '') = c.chain
                              and e.changes->'position'->>'after' = c.position::text
                              and e.changes->'hash'->>'after' = c.hash) as told
              from audit_checkpoint c where :chain::text is null or chain = :chain order by chain, position desc""";

    private static final String ADDED =
            """
            select chain, sum(added) as added from audit_added where :chain::text is null or chain = :chain
             group by chain""";

    /** What chains say of others. */
    private static final String NOTED =
            """
            select split_part(key, '.', 2) as chain, split_part(value->>'after', ' ', 1)::bigint as position,
                   split_part(value->>'after', ' ', 2) as hash, at
              from audit_entry cross join lateral jsonb_each(case jsonb_typeof(changes) when 'object' then changes end)
             where object_type = 'audit-trail' and act = 'note-heads' and value->>'after' ~ '^[0-9]{1,18} [0-9a-f]+$'
               and (:chain::text is null or split_part(key, '.', 2) = :chain)
               and split_part(key, '.', 2) <> coalesce(government, '')
             order by id desc""";

    private static final String SEALS =
            """
            select s.chain, s.position, s.entry_id, s.algorithm, s.hash, s.sealed_at, e.*
              from audit_seal s left join audit_entry e on e.id = s.entry_id""";

    private static final String UNSEALED =
            """
            select coalesce(u.chain, e.government, '') as chain, coalesce(u.entry_id, e.id) as entry_id,
                   e.id is not null as present, u.entry_id is not null as waits
              from audit_entry e full join audit_unsealed u on u.entry_id = e.id
             where not exists (select from audit_seal s where s.entry_id = coalesce(e.id, u.entry_id))
             order by 1, 2""";

    /** As {@link #UNSEALED} of one chain, without reading the entries of others. */
    private static final String UNSEALED_OF_ONE =
            """
            select :chain as chain, e.id as entry_id, true as present, u.entry_id is not null as waits
              from audit_entry e left join audit_unsealed u on u.entry_id = e.id and u.chain = :chain
             where e.government = :chain and not exists (select from audit_seal s where s.entry_id = e.id)
            union all
            select chain, entry_id, exists (select from audit_entry e where e.id = entry_id), true
              from audit_unsealed u
             where chain = :chain and not exists (select from audit_seal s where s.entry_id = u.entry_id)
               and not exists (select from audit_entry e where e.id = entry_id and e.government = :chain)
             order by 2""";

    private final NamedParameterJdbcTemplate jdbc;

    AuditVerification(DataSource dataSource) {
        jdbc = Streamed.from(dataSource);
    }

    /**
     * Verifies every chain.
     *
     * @param government whose chain alone, without reading of others more than what they note of it; {@code null} for all
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<ChainState> verify(@Nullable String government) {
        return verify(government, new AtomicLong());
    }

    /** @param read counts the entries that have been read so far */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<ChainState> verify(@Nullable String government, AtomicLong read) {
        Map<String, @Nullable String> scope = Collections.singletonMap("chain", government);
        Map<String, ChainCheck> checks = new TreeMap<>();
        marks(scope).forEach((chain, marks) -> checks.put(chain, new ChainCheck(chain, marks)));
        String seals = SEALS + (government == null ? "" : " where s.chain = :chain") + " order by s.chain, s.position";
        jdbc.query(seals, scope, row -> {
            check(checks, row).next(seal(row), row.getObject("id") == null ? null : StoredEntry.of(row));
            read.incrementAndGet();
        });
        jdbc.query(government == null ? UNSEALED : UNSEALED_OF_ONE, scope, row -> {
            check(checks, row).unsealed(row.getLong("entry_id"), row.getBoolean("present"), row.getBoolean("waits"));
        });
        return checks.values().stream().map(ChainCheck::end).toList();
    }

    private Map<String, ChainMarks> marks(Map<String, @Nullable String> scope) {
        Map<String, ChainHead> heads = new TreeMap<>();
        Map<String, Removal> removed = new TreeMap<>();
        Map<String, Long> added = new TreeMap<>();
        Map<String, NavigableMap<Long, Note>> noted = new TreeMap<>();
        jdbc.query(HEADS, scope, row -> {
            heads.put(row.getString("chain"), ChainHead.of(row));
        });
        jdbc.query(REMOVED, scope, row -> {
            removed.put(
                    row.getString("chain"),
                    new Removal(ChainHead.of(row), instant(row, "youngest"), row.getBoolean("told")));
        });
        jdbc.query(ADDED, scope, row -> {
            added.put(row.getString("chain"), row.getLong("added"));
        });
        jdbc.query(NOTED, scope, row -> {
            noted.computeIfAbsent(row.getString("chain"), chain -> new TreeMap<>())
                    .put(row.getLong("position"), new Note(row.getString("hash"), instant(row, "at")));
        });
        return Stream.of(heads, removed, added, noted)
                .flatMap(known -> known.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        chain -> chain,
                        chain -> new ChainMarks(
                                heads.get(chain),
                                removed.get(chain),
                                added.getOrDefault(chain, 0L),
                                noted.getOrDefault(chain, new TreeMap<>()))));
    }

    private static ChainCheck check(Map<String, ChainCheck> checks, ResultSet row) throws SQLException {
        return checks.computeIfAbsent(row.getString("chain"), chain -> new ChainCheck(chain, ChainMarks.NONE));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getString("chain"),
                row.getLong("position"),
                row.getLong("entry_id"),
                row.getString("algorithm"),
                row.getString("hash"),
                instant(row, "sealed_at"));
    }
}
