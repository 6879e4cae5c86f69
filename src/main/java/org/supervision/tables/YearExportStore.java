package org.supervision.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
                            requested_at, keep_until, edition, retention)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        export.id(),
                        export.government(),
                        export.year(),
                        export.requestedBy(),
                        export.requestedByName(),
                        export.groupPaths().toArray(String[]::new),
                        Timestamp.from(export.requestedAt()),
                        export.keepUntil() == null ? null : Timestamp.from(export.keepUntil()),
                        export.edition(),
                        export.retention() == null ? null : export.retention().name())
                .update();
        insertFiles(export.id(), files);
    }

    void insertFiles(String exportId, List<File> files) {
        batches.batchUpdate(
                """
                insert into year_export_file (export_id, position, kind, round_id, subject, format, name)
                values (?, ?, ?, ?, ?, ?, ?)""",
                files.stream()
                        .map(file -> new Object[] {
                            exportId,
                            file.position(),
                            file.kind(),
                            file.roundId(),
                            file.subject(),
                            file.format(),
                            file.name()
                        })
                        .toList());
    }

    Optional<YearExport> find(String id) {
        return jdbc.sql(SELECT + "where e.id = ?")
                .param(id)
                .query((row, n) -> export(row))
                .optional();
    }

    /** Those of a person that are no archives, newest first. */
    List<YearExport> of(String username) {
        return jdbc.sql(SELECT
                        + "where e.requested_by = ? and e.edition is null order by e.requested_at desc, e.id limit 50")
                .param(username)
                .query((row, n) -> export(row))
                .list();
    }

    /** Archives of a government, newest first. */
    List<YearExport> archives(String government) {
        return jdbc.sql(SELECT + "where e.government = ? and e.edition is not null order by e.requested_at desc, e.id")
                .param(government)
                .query((row, n) -> export(row))
                .list();
    }

    /** Lets one person, or one government, ask for one export after the other. */
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
        jdbc.sql(
                        """
                        update year_export_file set content = ?, sha256 = encode(sha256(?), 'hex'), written_at = ?
                         where export_id = ? and position = ?""")
                .params(content, content, Timestamp.from(at), exportId, position)
                .update();
    }

    void seal(String exportId, String seal, Instant at) {
        jdbc.sql("update year_export set seal = ?, sealed_at = ? where id = ? and seal is null")
                .params(seal, Timestamp.from(at), exportId)
                .update();
    }

    /** Bytes of the largest archive, and room for what somebody may have put into it. */
    long largest() {
        return jdbc.sql(
                                """
                        select coalesce(max(size), 0) from (
                            select sum(octet_length(f.content)) as size from year_export_file f
                              join year_export e on e.id = f.export_id and e.edition is not null
                             group by f.export_id) as sizes""")
                        .query(Long.class)
                        .single()
                + 64L * 1024 * 1024;
    }

    /** Bytes of all that is written so far. */
    long size(String exportId) {
        return jdbc.sql("select coalesce(sum(octet_length(content)), 0) from year_export_file where export_id = ?")
                .param(exportId)
                .query(Long.class)
                .single();
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
                row.getString("subject"),
                row.getString("format"),
                row.getString("name"),
                row.getString("sha256"));
    }

    private static YearExport export(ResultSet row) throws SQLException {
        String retention = row.getString("retention");
        return new YearExport(
                row.getString("id"),
                row.getString("government"),
                row.getInt("year"),
                row.getString("requested_by"),
                row.getString("requested_by_name"),
                Set.of((String[]) row.getArray("group_paths").getArray()),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("keep_until")),
                instant(row.getTimestamp("deleted_at")),
                row.getObject("edition", Integer.class),
                retention == null ? null : Retention.valueOf(retention),
                row.getString("seal"),
                instant(row.getTimestamp("sealed_at")),
                row.getInt("files"),
                row.getInt("written"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
