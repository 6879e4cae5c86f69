package org.supervision.keytask;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.keytask.IndicatorProposal.State;

/** Proposals of indicators in the database. */
@Repository
class IndicatorProposalStore {

    /** An indicator found in a text of a key task, not yet kept. */
    record Found(String keyTask, @Nullable Integer quarter, String words, FoundIndicator found) {}

    /** The place of words that stand elsewhere in their text now. */
    record Moved(long id, int start, int end) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final IndicatorJson json;

    IndicatorProposalStore(JdbcClient jdbc, JdbcTemplate batches, IndicatorJson json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void insert(List<Found> proposals) {
        batches.batchUpdate(
                """
                insert into indicator_proposal
                    (key_task, quarter, span_start, span_end, words, extracted, indicator, questions, state)
                values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, 'PROPOSED')""",
                proposals.stream()
                        .map(each -> {
                            String indicator = json.write(each.found().indicator());
                            return new @Nullable Object[] {
                                each.keyTask(),
                                each.quarter(),
                                each.found().start(),
                                each.found().end(),
                                each.words(),
                                indicator,
                                indicator,
                                each.found().questions().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new)
                            };
                        })
                        .toList());
    }

    /** Those whose words still stand in their texts, in the order of the texts. */
    List<IndicatorProposal> of(Collection<String> keyTasks) {
        return jdbc.sql(
                        """
                        select * from indicator_proposal
                        where key_task = any(?) and outdated_at is null
                        order by key_task, quarter nulls first, span_start, id""")
                .param(keyTasks.toArray(String[]::new))
                .query(this::proposal)
                .list();
    }

    /** Reads it and keeps other writers out until the transaction ends. */
    Optional<IndicatorProposal> lock(String keyTask, long id) {
        return jdbc.sql(
                        """
                        select * from indicator_proposal
                        where id = ? and key_task = ? and outdated_at is null for update""")
                .params(id, keyTask)
                .query(this::proposal)
                .optional();
    }

    Indicator extracted(long id) {
        return json.read(jdbc.sql("select extracted from indicator_proposal where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    void decide(long id, State state, Indicator indicator, CurrentUser by, Instant at) {
        boolean open = state == State.PROPOSED;
        jdbc.sql(
                        """
                        update indicator_proposal
                        set state = :state, indicator = :indicator::jsonb, decided_by = :by, decided_by_name = :name,
                            decided_at = :at, version = version + 1
                        where id = :id""")
                .param("state", state.name())
                .param("indicator", json.write(indicator))
                .param("by", open ? null : by.username())
                .param("name", open ? null : by.name())
                .param("at", open ? null : Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void outdate(List<Long> ids, Instant at) {
        batches.batchUpdate(
                "update indicator_proposal set outdated_at = ? where id = ?",
                ids.stream().map(id -> new Object[] {Timestamp.from(at), id}).toList());
    }

    void move(List<Moved> moved) {
        batches.batchUpdate(
                "update indicator_proposal set span_start = ?, span_end = ? where id = ?",
                moved.stream()
                        .map(each -> new Object[] {each.start(), each.end(), each.id()})
                        .toList());
    }

    private IndicatorProposal proposal(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new IndicatorProposal(
                row.getLong("id"),
                row.getString("key_task"),
                row.getObject("quarter", Integer.class),
                row.getInt("span_start"),
                row.getInt("span_end"),
                row.getString("words"),
                json.read(row.getString("indicator")),
                questions(row.getArray("questions")),
                State.valueOf(row.getString("state")),
                row.getString("decided_by_name"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getInt("version"));
    }

    private static Set<IndicatorQuestion> questions(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(IndicatorQuestion::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
