package org.supervision.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.tables.Roster.Counts;
import org.supervision.tables.Roster.Row;
import org.supervision.tables.Roster.Source;
import org.supervision.tables.read.RosterAnswers;

/** Lists of people in the database. */
@Repository
class RosterStore {

    private static final String COLUMNS =
            "id, government, file_name, sha256, state, source, rows, created_by, created_by_name, created_at, "
                    + "confirmed_by_name, confirmed_at, created, changed, unchanged, skipped";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RosterStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Roster roster, byte[] file) {
        jdbc.sql(
                        """
                        insert into roster (id, government, file_name, sha256, state, source, rows, created_by,
                            created_by_name, created_at, file)
                        values (?, ?, ?, ?, 'DRAFT', ?::jsonb, ?::jsonb, ?, ?, ?, ?)""")
                .params(
                        roster.id(),
                        roster.government(),
                        roster.fileName(),
                        roster.sha256(),
                        write(roster.source()),
                        write(roster.rows()),
                        roster.createdBy(),
                        roster.createdByName(),
                        Timestamp.from(roster.createdAt()),
                        file)
                .update();
    }

    /** Newest first. */
    List<Roster> of(String government) {
        return jdbc.sql("select " + COLUMNS + " from roster where government = ? order by created_at desc, id limit 50")
                .param(government)
                .query((row, n) -> roster(row))
                .list();
    }

    Optional<Roster> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from roster where id = ?")
                .param(id)
                .query((row, n) -> roster(row))
                .optional();
    }

    /** Lets one act after the other. */
    Optional<Roster> lock(String id) {
        return jdbc.sql("select " + COLUMNS + " from roster where id = ? for update")
                .param(id)
                .query((row, n) -> roster(row))
                .optional();
    }

    /** Lets one list of a government be confirmed after the other. */
    void lockGovernment(String government) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('roster'), hashtext(?))")
                .param(government)
                .query((row, n) -> 0)
                .single();
    }

    void update(String id, List<Row> rows) {
        jdbc.sql("update roster set rows = ?::jsonb where id = ?")
                .params(write(rows), id)
                .update();
    }

    /** The uploaded document; none of rosters that came before it was kept, or that are no drafts any more. */
    Optional<byte[]> file(String id) {
        return jdbc.sql("select file from roster where id = ? and file is not null")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    void replace(String id, Source source, List<Row> rows) {
        jdbc.sql("update roster set source = ?::jsonb, rows = ?::jsonb where id = ?")
                .params(write(source), write(rows), id)
                .update();
    }

    void confirm(String id, Counts counts, String byName, Instant at) {
        jdbc.sql(
                        """
                        update roster set state = 'CONFIRMED', confirmed_by_name = ?, confirmed_at = ?, created = ?,
                            changed = ?, unchanged = ?, skipped = ?, file = null where id = ?""")
                .params(
                        byName,
                        Timestamp.from(at),
                        counts.created(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.skipped(),
                        id)
                .update();
    }

    void discard(String id) {
        jdbc.sql("update roster set state = 'DISCARDED', file = null where id = ?")
                .param(id)
                .update();
    }

    private Roster roster(ResultSet row) throws SQLException {
        ImportState state = ImportState.valueOf(row.getString("state"));
        Timestamp confirmedAt = row.getTimestamp("confirmed_at");
        return new Roster(
                row.getString("id"),
                row.getString("government"),
                row.getString("file_name"),
                row.getString("sha256"),
                state,
                source(row.getString("source")),
                read(row.getString("rows")),
                row.getString("created_by"),
                row.getString("created_by_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("confirmed_by_name"),
                confirmedAt == null ? null : confirmedAt.toInstant(),
                counts(row, state));
    }

    private static @Nullable Counts counts(ResultSet row, ImportState state) throws SQLException {
        return state != ImportState.CONFIRMED
                ? null
                : new Counts(
                        row.getInt("created"), row.getInt("changed"), row.getInt("unchanged"), row.getInt("skipped"));
    }

    private String write(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Source source(@Nullable String source) {
        try {
            return source == null
                    ? new Source(List.of(), List.of(), RosterAnswers.NONE)
                    : json.readValue(source, Source.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Row> read(String rows) {
        try {
            return json.readValue(rows, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
