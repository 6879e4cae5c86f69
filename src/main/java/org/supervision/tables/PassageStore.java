package org.supervision.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.tables.read.ReadNarrative.Part;
import org.supervision.tables.read.ReadNarrative.Passage;
import org.supervision.tables.read.SourcePosition;

/** The sentences of reports in prose, in the database. */
@Repository
class PassageStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    PassageStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void insert(String importId, List<Passage> passages) {
        batches.batchUpdate(
                """
                insert into import_passage (import_id, passage, part, section, heading, text, position, row)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""",
                passages.stream()
                        .map(passage -> new Object[] {
                            importId,
                            passage.ordinal(),
                            passage.part().name(),
                            passage.section(),
                            passage.heading(),
                            passage.text(),
                            write(passage.position()),
                            passage.row()
                        })
                        .toList());
    }

    List<Passage> of(String importId) {
        return jdbc.sql("select * from import_passage where import_id = ? order by passage")
                .param(importId)
                .query((row, number) -> new Passage(
                        row.getInt("passage"),
                        Part.valueOf(row.getString("part")),
                        row.getInt("section"),
                        row.getString("heading"),
                        row.getString("text"),
                        position(row.getString("position")),
                        row.getObject("row", Integer.class)))
                .list();
    }

    private String write(SourcePosition position) {
        try {
            return json.writeValueAsString(position);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private SourcePosition position(String text) {
        try {
            return json.readValue(text, SourcePosition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
