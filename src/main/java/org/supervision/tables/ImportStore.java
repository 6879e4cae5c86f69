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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.Slice;
import org.supervision.shared.SortColumns;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.ReadDocument;
import org.supervision.tables.read.ReadTable;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.SourceColumn;
import org.supervision.tables.read.SourcePosition;
import org.supervision.tables.read.TableProblem;
import org.supervision.tables.read.TableRow;

/** Imports in the database. */
@Repository
class ImportStore {

    private static final String SELECT =
            """
            select i.id, i.government, i.file_name, i.sha256, i.layout, i.title, i.year, i.quarter, i.state, i.problems,
                   i.unit_answers, i.columns, i.created_by_name, i.created_at, i.confirmed_by_name, i.confirmed_at,
                   i.created, i.merged, i.unchanged, i.skipped,
                   (select count(*) from import_row r where r.import_id = i.id) as row_count
            from table_import i
            """;

    private static final SortColumns SORT = new SortColumns(
            java.util.Map.of("createdAt", "i.created_at", "fileName", "i.file_name", "year", "i.year"),
            "i.created_at desc, i.id");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    ImportStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void insert(Upload upload, ReadDocument read, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        insert into table_import (id, government, file_name, file, sha256, layout, title, year, quarter,
                            state, problems, unit_answers, columns, created_by, created_by_name, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)""")
                .params(
                        upload.id(),
                        upload.government(),
                        upload.fileName(),
                        upload.file(),
                        upload.sha256(),
                        read.layout().name(),
                        read.title(),
                        upload.year(),
                        upload.quarter(),
                        write(upload.problems(read)),
                        write(UnitAnswers.NONE),
                        write(columns(read)),
                        by.username(),
                        by.name(),
                        Timestamp.from(at))
                .update();
        insertRows(
                upload.id(),
                read.rows().stream()
                        .map(row -> new StoredRow(row, !read.layout().isTable(), null, Set.of()))
                        .toList());
    }

    /** Puts what was read anew in place of what was read before; a year and quarter once known stay. */
    void replace(TableImport table, List<TableProblem> problems, ReadTable read, List<StoredRow> rows) {
        jdbc.sql(
                        """
                        update table_import
                        set layout = ?, title = ?, year = coalesce(year, ?), quarter = coalesce(quarter, ?),
                            problems = ?::jsonb, columns = ?::jsonb
                        where id = ?""")
                .params(
                        read.layout().name(),
                        read.title(),
                        read.year(),
                        read.quarter(),
                        write(problems),
                        write(read.columns()),
                        table.id())
                .update();
        jdbc.sql("delete from import_row where import_id = ?").param(table.id()).update();
        insertRows(table.id(), rows);
    }

    private static List<SourceColumn> columns(ReadDocument read) {
        return read instanceof ReadTable table ? table.columns() : List.of();
    }

    private void insertRows(String id, List<StoredRow> rows) {
        batches.batchUpdate(
                """
                insert into import_row (import_id, row, row_values, source, position, problems, stated, skipped,
                    accepted_goal, corrected)
                values (?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb)""",
                rows.stream()
                        .map(row -> new Object[] {
                            id,
                            row.row(),
                            write(row.content().values()),
                            write(row.content().source()),
                            write(row.content().position()),
                            write(row.content().problems()),
                            write(row.content().stated()),
                            row.skipped(),
                            row.acceptedGoal(),
                            write(row.corrected())
                        })
                        .toList());
    }

    /** An import of the government; that of another does not exist. */
    Optional<TableImport> find(String government, String id) {
        return jdbc.sql(SELECT + "where i.id = ? and i.government = ?")
                .params(id, government)
                .query(this::tableImport)
                .optional();
    }

    /** Keeps other writers of this import out until the transaction ends. */
    Optional<TableImport> lock(String government, String id) {
        jdbc.sql("select id from table_import where id = ? and government = ? for update")
                .params(id, government)
                .query(String.class)
                .optional();
        return find(government, id);
    }

    /** Imports of one government are taken over one after the other. */
    void lockConfirmations(String government) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('table_import'), hashtext(?))")
                .param(government)
                .query((row, number) -> 0)
                .single();
    }

    Slice<TableImport> of(String government, Pageable page) {
        long total = jdbc.sql("select count(*) from table_import where government = ?")
                .param(government)
                .query(Long.class)
                .single();
        List<TableImport> items = jdbc.sql(
                        SELECT + "where i.government = ?" + SORT.orderBy(page.getSort()) + "limit ? offset ?")
                .params(government, page.getPageSize(), page.getOffset())
                .query(this::tableImport)
                .list();
        return new Slice<>(items, page.getPageNumber(), page.getPageSize(), total);
    }

    /** The last import of the same document for the same year that was taken over. */
    Optional<String> confirmedBefore(TableImport table) {
        return jdbc.sql(
                        """
                        select id from table_import
                        where government = ? and sha256 = ? and year = ? and state = 'CONFIRMED'
                        order by confirmed_at desc limit 1""")
                .params(table.government(), table.sha256(), table.year())
                .query(String.class)
                .optional();
    }

    byte[] file(String id) {
        return jdbc.sql("select file from table_import where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    List<StoredRow> rows(String id) {
        return rows(id, "source");
    }

    /** The same without the cells they were read from, the larger half, but for one row; 0 for none. */
    List<StoredRow> rowsWithCellsOf(String id, int row) {
        return rows(id, "case when row = %d then source else '[]' end as source".formatted(row));
    }

    private List<StoredRow> rows(String id, String source) {
        return jdbc.sql(
                        """
                        select row, row_values, %s, position, problems, stated, skipped, accepted_goal, corrected
                        from import_row
                        where import_id = ? order by row"""
                                .formatted(source))
                .param(id)
                .query((row, number) -> new StoredRow(
                        new TableRow(
                                row.getInt("row"),
                                read(row.getString("row_values"), new TypeReference<RowValues>() {}),
                                read(row.getString("source"), new TypeReference<List<TableRow.SourceText>>() {}),
                                read(row.getString("position"), new TypeReference<SourcePosition>() {}),
                                read(row.getString("problems"), new TypeReference<List<TableProblem>>() {}),
                                read(row.getString("stated"), new TypeReference<Set<String>>() {})),
                        row.getBoolean("skipped"),
                        row.getString("accepted_goal"),
                        read(row.getString("corrected"), new TypeReference<Set<String>>() {})))
                .list();
    }

    void update(String id, StoredRow row) {
        jdbc.sql(
                        """
                        update import_row set row_values = ?::jsonb, problems = ?::jsonb, stated = ?::jsonb, corrected = ?::jsonb,
                            skipped = ?, accepted_goal = ?
                        where import_id = ? and row = ?""")
                .params(
                        write(row.content().values()),
                        write(row.content().problems()),
                        write(row.content().stated()),
                        write(row.corrected()),
                        row.skipped(),
                        row.acceptedGoal(),
                        id,
                        row.row())
                .update();
    }

    /** Leaves rows out or says of each which key task it means; their values stay. */
    void answer(String id, List<StoredRow> rows) {
        batches.batchUpdate(
                "update import_row set skipped = ?, accepted_goal = ? where import_id = ? and row = ?",
                rows.stream()
                        .map(row -> new Object[] {row.skipped(), row.acceptedGoal(), id, row.row()})
                        .toList());
    }

    void update(String id, UnitAnswers answers) {
        jdbc.sql("update table_import set unit_answers = ?::jsonb where id = ?")
                .params(write(answers), id)
                .update();
    }

    void update(String id, @Nullable Integer year, @Nullable Integer quarter) {
        jdbc.sql("update table_import set year = ?, quarter = ? where id = ?")
                .params(year, quarter, id)
                .update();
    }

    void discard(String id) {
        jdbc.sql("update table_import set state = 'DISCARDED' where id = ?")
                .param(id)
                .update();
    }

    void confirm(String id, Confirmation confirmation, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        update table_import
                        set state = 'CONFIRMED', created = ?, merged = ?, unchanged = ?, skipped = ?,
                            confirmed_by = ?, confirmed_by_name = ?, confirmed_at = ?
                        where id = ?""")
                .params(
                        confirmation.created(),
                        confirmation.merged(),
                        confirmation.unchanged(),
                        confirmation.skipped(),
                        by.username(),
                        by.name(),
                        Timestamp.from(at),
                        id)
                .update();
    }

    private TableImport tableImport(ResultSet row, int number) throws SQLException {
        Timestamp confirmedAt = row.getTimestamp("confirmed_at");
        return new TableImport(
                row.getString("id"),
                row.getString("government"),
                row.getString("file_name"),
                row.getString("sha256"),
                Layout.valueOf(row.getString("layout")),
                row.getString("title"),
                row.getObject("year", Integer.class),
                row.getObject("quarter", Integer.class),
                ImportState.valueOf(row.getString("state")),
                read(row.getString("problems"), new TypeReference<List<TableProblem>>() {}),
                read(row.getString("unit_answers"), new TypeReference<UnitAnswers>() {}),
                read(row.getString("columns"), new TypeReference<List<SourceColumn>>() {}),
                row.getInt("row_count"),
                row.getString("created_by_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("confirmed_by_name"),
                confirmedAt == null ? null : confirmedAt.toInstant(),
                confirmedAt == null
                        ? null
                        : new Confirmation(
                                row.getInt("created"),
                                row.getInt("merged"),
                                row.getInt("unchanged"),
                                row.getInt("skipped")));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String value, TypeReference<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
