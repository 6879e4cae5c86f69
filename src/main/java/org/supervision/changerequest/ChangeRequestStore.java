package org.supervision.changerequest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;

/** Requests and decisions in the database; a request is written once and then only ends. */
@Repository
class ChangeRequestStore {

    private final JdbcClient jdbc;

    ChangeRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ChangeRequest get(String id) {
        return jdbc.sql("select * from change_request where id = ?")
                .param(id)
                .query((row, n) -> request(row))
                .optional()
                .orElseThrow(() -> DomainException.notFound(id));
    }

    /** How often that was asked before. */
    int count(ChangeKind kind, String keyTaskId, @Nullable String cycleId) {
        return jdbc.sql(
                        """
                        select count(*) from change_request
                        where kind = :kind and key_task_id = :keyTask
                          and (:cycle::text is null or cycle_id = :cycle)""")
                .param("kind", kind.name())
                .param("keyTask", keyTaskId)
                .param("cycle", cycleId)
                .query(Integer.class)
                .single();
    }

    /** False if one of the kind is pending. */
    boolean insert(ChangeRequest request) {
        return jdbc.sql(
                                """
                                insert into change_request
                                    (id, government, kind, key_task_id, cycle_id, unit, state, reason, progress, field,
                                     old_value, new_value, asked_as, asked_by, asked_by_name, asked_at, city_leader_asked)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing""")
                        .params(
                                request.id(),
                                request.government(),
                                request.kind().name(),
                                request.keyTaskId(),
                                request.cycleId(),
                                request.unit(),
                                request.state().name(),
                                request.reason(),
                                request.progress(),
                                request.field().name(),
                                request.before(),
                                request.after(),
                                request.askedAs().name(),
                                request.askedBy(),
                                request.askedByName(),
                                Timestamp.from(request.askedAt()),
                                request.cityLeaderAsked())
                        .update()
                == 1;
    }

    void add(String requestId, ChangeDecision decision) {
        jdbc.sql("insert into change_request_decision values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        requestId,
                        decision.step().name(),
                        decision.decision().name(),
                        decision.comment(),
                        decision.decidedBy(),
                        decision.decidedByName(),
                        Timestamp.from(decision.decidedAt()))
                .update();
    }

    /** Decisions of requests, in their order, by request. */
    Map<String, List<ChangeDecision>> decisions(Collection<String> requestIds) {
        record Row(String request, ChangeDecision decision) {}
        return requestIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from change_request_decision where request_id in (:ids) order by decided_at")
                        .param("ids", requestIds)
                        .query((row, n) -> new Row(row.getString("request_id"), decision(row)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Row::request, Collectors.mapping(Row::decision, Collectors.toList())));
    }

    /** False if it has ended before. */
    boolean end(String id, ChangeState state, Instant now) {
        return jdbc.sql("update change_request set state = ?, ended_at = ? where id = ? and state = 'PENDING'")
                        .params(state.name(), Timestamp.from(now), id)
                        .update()
                == 1;
    }

    void resumed(String id, Instant now) {
        jdbc.sql("update change_request set resumed_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    List<ChangeRequest> pendingOfKeyTask(String keyTaskId) {
        return pending("key_task_id = ?", keyTaskId);
    }

    List<ChangeRequest> pendingOfCycle(String cycleId) {
        return pending("cycle_id = ?", cycleId);
    }

    List<ChangeRequest> pendingOfRound(String roundId) {
        return pending("cycle_id in (select id from reporting_cycle where round_id = ?)", roundId);
    }

    private List<ChangeRequest> pending(String which, String key) {
        return jdbc.sql("select * from change_request where state = 'PENDING' and " + which + " order by id")
                .param(key)
                .query((row, n) -> request(row))
                .list();
    }

    /** What a unit has asked for and waits for becomes another unit's; answers which that is. */
    List<String> move(String unit, String into) {
        return jdbc.sql("update change_request set unit = ? where unit = ? and state = 'PENDING' returning id")
                .params(into, unit)
                .query(String.class)
                .list();
    }

    /** Those that came true about a key task or, if given, about the cycle; oldest first. */
    List<ChangeRequest> granted(ChangeKind kind, String keyTaskId, @Nullable String cycleId) {
        return ended(kind, keyTaskId, cycleId).stream()
                .filter(request -> request.state() == ChangeState.GRANTED)
                .toList();
    }

    /** Those that are pending no more, oldest end first. */
    List<ChangeRequest> ended(ChangeKind kind, String keyTaskId, @Nullable String cycleId) {
        return jdbc.sql(
                        """
                        select * from change_request
                        where ended_at is not null and kind = :kind and key_task_id = :keyTask
                          and (:cycle::text is null or cycle_id = :cycle)
                        order by ended_at""")
                .param("kind", kind.name())
                .param("keyTask", keyTaskId)
                .param("cycle", cycleId)
                .query((row, n) -> request(row))
                .list();
    }

    static ChangeRequest request(ResultSet row) throws SQLException {
        return new ChangeRequest(
                row.getString("id"),
                row.getString("government"),
                ChangeKind.valueOf(row.getString("kind")),
                row.getString("key_task_id"),
                row.getString("cycle_id"),
                row.getString("unit"),
                ChangeState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("progress"),
                ChangedField.valueOf(row.getString("field")),
                row.getString("old_value"),
                row.getString("new_value"),
                Role.valueOf(row.getString("asked_as")),
                row.getString("asked_by"),
                row.getString("asked_by_name"),
                row.getTimestamp("asked_at").toInstant(),
                row.getBoolean("city_leader_asked"),
                instant(row, "ended_at"),
                instant(row, "resumed_at"));
    }

    private static ChangeDecision decision(ResultSet row) throws SQLException {
        return new ChangeDecision(
                ChangeStep.valueOf(row.getString("step")),
                ChangeDecision.Answer.valueOf(row.getString("decision")),
                row.getString("comment"),
                row.getString("decided_by"),
                row.getString("decided_by_name"),
                row.getTimestamp("decided_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
