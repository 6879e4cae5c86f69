package org.supervision.escalation;

import static org.supervision.escalation.SlipStore.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.escalation.CircularView.Entry;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.DomainException;

/** Keeps circulars; none is deleted. */
@Repository
class CircularStore {

    private static final String PENDING =
            """
            from slip s
            join key_task k on k.id = s.key_task_id
            join org_unit u on u.code = s.unit
            where s.government = :government and s.kind = 'SUPERVISION_ORDER' and s.source = 'LADDER'
              and s.issued_at is not null and s.withdrawn_at is null
              and not exists (select from circular_entry e where e.slip_id = s.id)
            """;

    private static final String LISTED =
            """
            from circular
            where government = :government and state <> 'DISCARDED' and (not :onlyIssued or state = 'ISSUED')
            """;

    private final JdbcClient jdbc;

    CircularStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Signed orders of the ladder that no circular names yet, in the order of their numbers. */
    List<Entry> pending(String government) {
        return jdbc.sql("select s.id as slip_id, s.year as order_year, s.number as order_number,"
                        + " k.number as key_task_number, k.goal, u.name as unit_name, s.due_at,"
                        + " false as withdrawn " + PENDING + " order by s.year, s.number")
                .param("government", government)
                .query((row, n) -> entry(row))
                .list();
    }

    String insert(String government, CurrentUser drafter, Instant now) {
        long draft =
                jdbc.sql("select nextval('circular_draft')").query(Long.class).single();
        String id = "%s-%s-%d".formatted(government, SlipKind.CIRCULAR.segment(), draft);
        jdbc.sql(
                        """
                        insert into circular (id, government, state, drafted_by, drafted_by_name, drafted_at)
                        values (?, ?, 'DRAFT', ?, ?, ?)""")
                .params(id, government, drafter.username(), drafter.name(), Timestamp.from(now))
                .update();
        return id;
    }

    /** @return how many of the orders were pending and are entered now */
    int enter(String id, String government, Collection<String> slipIds) {
        return jdbc.sql("insert into circular_entry (slip_id, circular_id, position, order_year, order_number,"
                        + " key_task_number, goal, unit_name, due_at)"
                        + " select s.id, :id, row_number() over (order by s.year, s.number), s.year, s.number,"
                        + " k.number, k.goal, u.name, s.due_at "
                        + PENDING + " and s.id in (:slips)")
                .param("id", id)
                .param("government", government)
                .param("slips", slipIds)
                .update();
    }

    void submit(String id, String subject, String body) {
        jdbc.sql("update circular set state = 'SUBMITTED', subject = ?, body = ?, comment = null where id = ?")
                .params(subject, body, id)
                .update();
    }

    void giveBack(String id, String comment) {
        jdbc.sql("update circular set state = 'DRAFT', comment = ? where id = ?")
                .params(comment, id)
                .update();
    }

    void issue(String id, int year, int number, CurrentUser chief, Instant now) {
        jdbc.sql(
                        """
                        update circular set state = 'ISSUED', year = ?, number = ?, signed_by = ?, signed_by_name = ?,
                            issued_at = ? where id = ?""")
                .params(year, number, chief.username(), chief.name(), Timestamp.from(now), id)
                .update();
        jdbc.sql("delete from circular_entry e using slip s"
                        + " where e.circular_id = ? and s.id = e.slip_id and s.withdrawn_at is not null")
                .param(id)
                .update();
    }

    /** Its matters can be entered in another. */
    void discard(String id) {
        jdbc.sql("update circular set state = 'DISCARDED' where id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from circular_entry where circular_id = ?").param(id).update();
    }

    CircularView lock(String id) {
        jdbc.sql("select id from circular where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> DomainException.notFound(id));
        return get(id);
    }

    CircularView get(String id) {
        return find(id).orElseThrow(() -> DomainException.notFound(id));
    }

    Optional<CircularView> find(String id) {
        return jdbc.sql("select * from circular where id = ?")
                .param(id)
                .query((row, n) -> view(row))
                .optional()
                .map(circular -> circular.with(entries(List.of(id)).getOrDefault(id, List.of())));
    }

    /** With their matters, those in hand before, the newest first. */
    List<CircularView> list(String government, boolean onlyIssued, int size, long skip) {
        List<CircularView> circulars = jdbc.sql(
                        "select * " + LISTED + " order by issued_at desc nulls first, id limit :size offset :skip")
                .param("government", government)
                .param("onlyIssued", onlyIssued)
                .param("size", size)
                .param("skip", skip)
                .query((row, n) -> view(row))
                .list();
        Map<String, List<Entry>> entries =
                entries(circulars.stream().map(CircularView::id).toList());
        return circulars.stream()
                .map(circular -> circular.with(entries.getOrDefault(circular.id(), List.of())))
                .toList();
    }

    long count(String government, boolean onlyIssued) {
        return jdbc.sql("select count(*) " + LISTED)
                .param("government", government)
                .param("onlyIssued", onlyIssued)
                .query(Long.class)
                .single();
    }

    /** The one in hand, if there is one. */
    Optional<CircularView> inHand(String government) {
        return jdbc.sql("select id from circular where government = ? and state in ('DRAFT', 'SUBMITTED')")
                .param(government)
                .query(String.class)
                .optional()
                .map(this::get);
    }

    private Map<String, List<Entry>> entries(Collection<String> ids) {
        Map<String, List<Entry>> byCircular = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            select e.*, s.withdrawn_at is not null as withdrawn
                            from circular_entry e join slip s on s.id = e.slip_id
                            where e.circular_id in (:ids) order by e.position""")
                    .param("ids", ids)
                    .query(row -> {
                        byCircular
                                .computeIfAbsent(row.getString("circular_id"), id -> new ArrayList<>())
                                .add(entry(row));
                    });
        }
        return byCircular;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("slip_id"),
                row.getInt("order_year"),
                row.getInt("order_number"),
                row.getInt("key_task_number"),
                row.getString("goal"),
                row.getString("unit_name"),
                instant(row.getTimestamp("due_at")),
                row.getBoolean("withdrawn"));
    }

    private static CircularView view(ResultSet row) throws SQLException {
        return new CircularView(
                row.getString("id"),
                row.getString("government"),
                CircularState.valueOf(row.getString("state")),
                row.getObject("year", Integer.class),
                row.getObject("number", Integer.class),
                row.getString("subject"),
                row.getString("body"),
                row.getString("comment"),
                row.getString("drafted_by_name"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("signed_by_name"),
                instant(row.getTimestamp("issued_at")),
                List.of());
    }
}
