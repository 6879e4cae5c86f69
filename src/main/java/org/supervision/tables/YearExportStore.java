package org.supervision.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.tables.YearExport.File;

/** Exports of years and their files in the database. */
@Repository
class YearExportStore {

    private static final String SELECT =
            """
            select e.*, (select count(*) from year_export_file f where f.export_id = e.id) as files,
                (select count(*) from year_export_file f where f.export_id = e.id and f.written_at is not null) as written
            from year_export e
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    YearExportStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(YearExport export, List<File> files) {
        jdbc.sql(
                        """
                        insert into year_export (id, government, year, requested_by, requested_by_name, group_paths,
                            requested_at, keep_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        export.id(),
                        export.government(),
                        export.year(),
                        export.requestedBy(),
                        export.requestedByName(),
                        export.groupPaths().toArray(String[]::new),
                        Timestamp.from(export.requestedAt()),
                        Timestamp.from(export.keepUntil()))
                .update();
        batches.batchUpdate(
                """
                insert into year_export_file (export_id, position, kind, round_id, format, name)
                values (?, ?, ?, ?, ?, ?)""",
                files.stream()
                        .map(file -> new Object[] {
                            export.id(), file.position(), file.kind(), file.roundId(), file.format(), file.name()
                        })
                        .toList());
    }

    Optional<YearExport> find(String id) {
        return jdbc.sql(SELECT + "where e.id = ?")
                .param(id)
                .query((row, n) -> export(row))
                .optional();
    }

    /** Those of a person, newest first. */
    List<YearExport> of(String username) {
        return jdbc.sql(SELECT + "where e.requested_by = ? order by e.requested_at desc, e.id limit 50")
                .param(username)
                .query((row, n) -> export(row))
                .list();
    }

    /** Lets one person ask for one export after the other. */
    void lock(String username) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('year_export'), hashtext(?))")
                .param(username)
                .query((row, n) -> 0)
                .single();
    }

    /** The file that is to be written next; empty once all are. */
    Optional<File> next(String exportId) {
        return jdbc.sql(
                        """
                        select * from year_export_file where export_id = ? and written_at is null
                        order by position limit 1""")
                .param(exportId)
                .query((row, n) -> file(row))
                .optional();
    }

    void write(String exportId, int position, byte[] content, Instant at) {
        jdbc.sql("update year_export_file set content = ?, written_at = ? where export_id = ? and position = ?")
                .params(content, Timestamp.from(at), exportId, position)
                .update();
    }

    List<File> files(String exportId) {
        return jdbc.sql("select * from year_export_file where export_id = ? order by position")
                .param(exportId)
                .query((row, n) -> file(row))
                .list();
    }

    byte[] content(String exportId, int position) {
        return jdbc.sql("select content from year_export_file where export_id = ? and position = ?")
                .params(exportId, position)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    void delete(String exportId, Instant at) {
        jdbc.sql("update year_export_file set content = null where export_id = ?")
                .param(exportId)
                .update();
        jdbc.sql("update year_export set deleted_at = ? where id = ?")
                .params(Timestamp.from(at), exportId)
                .update();
    }

    private static File file(ResultSet row) throws SQLException {
        return new File(
                row.getInt("position"),
                row.getString("kind"),
                row.getString("round_id"),
                row.getString("format"),
                row.getString("name"));
    }

    private static YearExport export(ResultSet row) throws SQLException {
        Timestamp deletedAt = row.getTimestamp("deleted_at");
        return new YearExport(
                row.getString("id"),
                row.getString("government"),
                row.getInt("year"),
                row.getString("requested_by"),
                row.getString("requested_by_name"),
                Set.of((String[]) row.getArray("group_paths").getArray()),
                row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("keep_until").toInstant(),
                deletedAt == null ? null : deletedAt.toInstant(),
                row.getInt("files"),
                row.getInt("written"));
    }
}
