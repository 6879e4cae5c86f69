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

/** Lists of people in the database. */
@Repository
class RosterStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RosterStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Roster roster) {
        jdbc.sql(
                        """
                        insert into roster (id, government, file_name, sha256, state, rows, created_by, created_by_name,
                            created_at)
                        values (?, ?, ?, ?, 'DRAFT', ?::jsonb, ?, ?, ?)""")
                .params(
                        roster.id(),
                        roster.government(),
                        roster.fileName(),
                        roster.sha256(),
                        write(roster.rows()),
                        roster.createdBy(),
                        roster.createdByName(),
                        Timestamp.from(roster.createdAt()))
                .update();
    }

    /** Newest first. */
    List<Roster> of(String government) {
        return jdbc.sql("select * from roster where government = ? order by created_at desc, id limit 50")
                .param(government)
                .query((row, n) -> roster(row))
                .list();
    }

    Optional<Roster> find(String id) {
        return jdbc.sql("select * from roster where id = ?")
                .param(id)
                .query((row, n) -> roster(row))
                .optional();
    }

    /** Lets one act after the other. */
    Optional<Roster> lock(String id) {
        return jdbc.sql("select * from roster where id = ? for update")
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

    void confirm(String id, Counts counts, String byName, Instant at) {
        jdbc.sql(
                        """
                        update roster set state = 'CONFIRMED', confirmed_by_name = ?, confirmed_at = ?, created = ?,
                            changed = ?, unchanged = ?, skipped = ? where id = ?""")
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
        jdbc.sql("update roster set state = 'DISCARDED' where id = ?").param(id).update();
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

    private String write(List<Row> rows) {
        try {
            return json.writeValueAsString(rows);
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
