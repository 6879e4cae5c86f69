package org.supervision.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL server both sides share; it counts what each has it do. */
class DatabaseServer {

    /** What work has cost up to now. */
    record Counts(double statements, double writeTransactions, double walBytes) {

        Counts since(Counts before) {
            return new Counts(
                    statements - before.statements,
                    writeTransactions - before.writeTransactions,
                    walBytes - before.walBytes);
        }

        Counts dividedBy(int cycles) {
            return new Counts(statements / cycles, writeTransactions / cycles, walBytes / cycles);
        }
    }

    private final EmbeddedPostgres server;
    private final JdbcClient jdbc;

    DatabaseServer(EmbeddedPostgres server) {
        this.server = server;
        this.jdbc = JdbcClient.create(server.getPostgresDatabase());
        jdbc.sql("create extension pg_stat_statements").update();
    }

    /** The embedded server as the demo starts it, and counting statements. */
    static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String createDatabase(String name) {
        jdbc.sql("create database " + name).update();
        return server.getJdbcUrl("postgres", name);
    }

    /** Statements are those of the database without transaction control; the rest counts for the whole server. */
    Counts counts(String database) {
        return jdbc.sql(
                        """
                        select (select sum(calls) from pg_stat_statements s join pg_database d on d.oid = s.dbid
                                 where d.datname = ? and s.query !~* '^(begin|commit|rollback)') as statements,
                               pg_snapshot_xmax(pg_current_snapshot())::text::bigint as transactions,
                               pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as wal_bytes
                        """)
                .param(database)
                .query((row, n) -> new Counts(row.getDouble(1), row.getDouble(2), row.getDouble(3)))
                .single();
    }

    /** What the figures depend on most. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (String name :
                List.of("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")) {
            settings.put(name, jdbc.sql("show " + name).query(String.class).single());
        }
        return settings;
    }
}
