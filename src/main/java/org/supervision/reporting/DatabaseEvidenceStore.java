package org.supervision.reporting;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evidence in the one database: backed up, restored and cleaned up with what it belongs to. */
@Component
class DatabaseEvidenceStore implements EvidenceStore {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    DatabaseEvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lock on what is there already keeps it there: see the trigger that drops what nothing has. */
    @Override
    public void keep(String sha256, byte[] content) {
        int there = jdbc.sql("select count(*) from (select from evidence_content where sha256 = ? for update) held")
                .param(sha256)
                .query(Integer.class)
                .single();
        if (there == 0) {
            jdbc.sql(
                            """
                            insert into evidence_content (sha256, content) values (?, ?)
                            on conflict (sha256) do update set sha256 = excluded.sha256""")
                    .params(sha256, content)
                    .update();
        }
    }

    @Override
    public void write(String sha256, OutputStream target) throws IOException {
        int size = jdbc.sql("select octet_length(content) from evidence_content where sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .single();
        for (int from = 1; from <= size; from += PIECE) {
            target.write(jdbc.sql("select substring(content from ? for ?) from evidence_content where sha256 = ?")
                    .params(from, PIECE, sha256)
                    .query(byte[].class)
                    .single());
        }
    }
}
