package org.supervision.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.Slice;
import org.supervision.shared.SortColumns;

/** The trail: entries are added and read, never changed; the database refuses anything else too. */
@Service
public class AuditEntries {

    private static final TypeReference<LinkedHashMap<String, Change>> CHANGES = new TypeReference<>() {};

    private static final SortColumns SORT = new SortColumns(Map.of("id", "id"), "id desc");

    private static final String CONDITION =
            """
            where (:government::text is null or government = :government)
              and (:objectType::text is null or object_type = :objectType)
              and (:objectId::text is null or object_id = :objectId)
              and (:actor::text is null or actor = :actor)
            """;

    private static final String EXPORTED =
            """
            select audit_entry.*, s.chain, s.position, s.algorithm, s.hash, s.sealed_at,
                   coalesce((select b.hash from audit_seal b where b.chain = s.chain and b.position = s.position - 1),
                            (select c.hash from audit_checkpoint c
                              where c.chain = s.chain and c.position = s.position - 1), '') as hash_before
              from audit_entry left join audit_seal s on s.entry_id = id
            """;

    private static final String INSERT =
            """
            insert into audit_entry
                (government, at, actor, actor_name, act, object_type, object_id, changes, origin)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final NamedParameterJdbcTemplate streamed;
    private final ObjectMapper json;
    private final Clock clock;

    AuditEntries(JdbcClient jdbc, JdbcTemplate batches, DataSource dataSource, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.streamed = Streamed.from(dataSource);
        this.json = json;
        this.clock = clock;
    }

    /** Adds an entry to the transaction of the act; without one there is nothing the entry could stand or fall with. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(
            @Nullable String government,
            String actor,
            @Nullable String actorName,
            String act,
            String objectType,
            String objectId,
            Map<String, Change> changes) {
        jdbc.sql(INSERT)
                .params(
                        government,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        actor,
                        actorName,
                        act,
                        objectType,
                        objectId,
                        write(changes),
                        origin(actor))
                .update();
    }

    /** Adds an entry for each of the events to the transaction of the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(String actor, @Nullable String actorName, List<AuditableEvent> events) {
        OffsetDateTime at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        String origin = origin(actor);
        batches.batchUpdate(
                INSERT,
                events.stream()
                        .map(event -> new @Nullable Object[] {
                            event.government(),
                            at,
                            actor,
                            actorName,
                            event.act(),
                            event.objectType(),
                            event.objectId(),
                            write(event.changes()),
                            origin
                        })
                        .toList());
    }

    /** Where the call comes from that is being answered, behind a proxy that is trusted as it says; else {@code null}. */
    private static @Nullable String origin(String actor) {
        return !actor.equals(AuditEntry.ENGINE)
                        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                ? CallerAddress.of(call.getRequest().getRemoteAddr())
                : null;
    }

    /** The latest first unless asked otherwise. */
    @Transactional(readOnly = true)
    public Slice<AuditEntry> search(AuditQuery query) {
        Map<String, @Nullable Object> parameters = parameters(query);
        parameters.put("size", query.size());
        parameters.put("offset", (long) query.page() * query.size());
        long total = jdbc.sql("select count(*) from audit_entry " + CONDITION)
                .params(parameters)
                .query(Long.class)
                .single();
        List<AuditEntry> items = jdbc.sql("select * from audit_entry " + CONDITION + SORT.orderBy(query.sort())
                        + "limit :size offset :offset")
                .params(parameters)
                .query(this::entry)
                .list();
        return new Slice<>(items, query.page(), query.size(), total);
    }

    /** All that is asked for with its seals, the oldest first and one after the other; page, size and sort are not heeded. */
    @Transactional(readOnly = true)
    public void export(AuditQuery query, Consumer<SealedEntry> target) {
        streamed.query(EXPORTED + CONDITION + "order by id", parameters(query), row -> {
            target.accept(sealed(row));
        });
    }

    private SealedEntry sealed(ResultSet row) throws SQLException {
        AuditEntry entry = entry(row, 0);
        Long position = row.getObject("position", Long.class);
        return new SealedEntry(
                entry,
                position,
                row.getString("algorithm"),
                row.getString("hash"),
                position == null
                        ? List.of()
                        : Seal.fields(
                                StoredEntry.of(row),
                                row.getString("chain"),
                                position,
                                row.getString("hash_before"),
                                row.getObject("sealed_at", OffsetDateTime.class).toInstant()));
    }

    private static Map<String, @Nullable Object> parameters(AuditQuery query) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("government", query.government());
        parameters.put("objectType", query.objectType());
        parameters.put("objectId", query.objectId());
        parameters.put("actor", query.actor());
        return parameters;
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getString("government"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("act"),
                row.getString("object_type"),
                row.getString("object_id"),
                read(row.getString("changes")),
                row.getString("origin"));
    }

    private String write(Map<String, Change> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Changes cannot be written", e);
        }
    }

    private Map<String, Change> read(String changes) {
        try {
            return json.readValue(changes, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Changes cannot be read", e);
        }
    }
}
