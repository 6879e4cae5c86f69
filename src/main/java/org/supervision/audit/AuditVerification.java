package org.supervision.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes the chains of the trail as they are at one instant, reading row by row. */
@Service
public class AuditVerification {

    private static final String HEADS = "select * from audit_head where :chain::text is null or chain = :chain";

    private static final String REMOVED =
            """
            select distinct on (chain) * from audit_checkpoint where :chain::text is null or chain = :chain
             order by chain, position desc""";

    private static final String SEALS =
            """
            select s.chain, s.position, s.entry_id, s.algorithm, s.hash, s.sealed_at, e.*
              from audit_seal s left join audit_entry e on e.id = s.entry_id
             where (:chain::text is null or s.chain = :chain)
             order by s.chain, s.position""";

    private static final String UNSEALED =
            """
            select coalesce(u.chain, e.government, '') as chain, coalesce(u.entry_id, e.id) as entry_id,
                   e.id is not null as present, u.entry_id is not null as waits
              from audit_entry e full join audit_unsealed u on u.entry_id = e.id
             where not exists (select from audit_seal s where s.entry_id = coalesce(e.id, u.entry_id))
               and (:chain::text is null or coalesce(u.chain, e.government, '') = :chain)
             order by 1, 2""";

    private final NamedParameterJdbcTemplate jdbc;

    AuditVerification(DataSource dataSource) {
        jdbc = Streamed.from(dataSource);
    }

    /**
     * Verifies every chain.
     *
     * @param government whose chain alone; {@code null} for all
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<ChainState> verify(@Nullable String government) {
        Map<String, @Nullable String> scope = Collections.singletonMap("chain", government);
        Map<String, ChainCheck> checks = new TreeMap<>();
        Map<String, ChainHead> removed = ends(REMOVED, scope);
        ends(HEADS, scope).forEach((chain, head) -> checks.put(chain, new ChainCheck(chain, head, removed.get(chain))));
        removed.forEach((chain, end) -> checks.putIfAbsent(chain, new ChainCheck(chain, null, end)));
        jdbc.query(SEALS, scope, row -> {
            check(checks, row).next(seal(row), row.getObject("id") == null ? null : StoredEntry.of(row));
        });
        jdbc.query(UNSEALED, scope, row -> {
            check(checks, row).unsealed(row.getLong("entry_id"), row.getBoolean("present"), row.getBoolean("waits"));
        });
        return checks.values().stream().map(ChainCheck::end).toList();
    }

    private Map<String, ChainHead> ends(String query, Map<String, @Nullable String> scope) {
        Map<String, ChainHead> ends = new TreeMap<>();
        jdbc.query(query, scope, row -> {
            ends.put(row.getString("chain"), ChainHead.of(row));
        });
        return ends;
    }

    private static ChainCheck check(Map<String, ChainCheck> checks, ResultSet row) throws SQLException {
        return checks.computeIfAbsent(row.getString("chain"), chain -> new ChainCheck(chain, null, null));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getString("chain"),
                row.getLong("position"),
                row.getLong("entry_id"),
                row.getString("algorithm"),
                row.getString("hash"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }
}
