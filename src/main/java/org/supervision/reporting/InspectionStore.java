package org.supervision.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.DomainException;

/** Inspections in the database; each step is written once. */
@Repository
class InspectionStore {

    private final JdbcClient jdbc;

    InspectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the steps of an inspection need to know of it. */
    record Inspection(
            String id,
            String government,
            String keyTaskId,
            @Nullable String cycleId,
            InspectionState state,
            String place,
            LocalDate plannedOn,
            @Nullable Integer reportVersion) {}

    Inspection get(String id) {
        return one("select * from inspection where id = ?", id);
    }

    /** The same, held until the transaction ends. */
    Inspection lock(String id) {
        return one("select * from inspection where id = ? for update", id);
    }

    private Inspection one(String sql, String id) {
        return jdbc.sql(sql)
                .param(id)
                .query((row, n) -> inspection(row))
                .optional()
                .orElseThrow(() -> DomainException.notFound(id));
    }

    private static Inspection inspection(ResultSet row) throws SQLException {
        return new Inspection(
                row.getString("id"),
                row.getString("government"),
                row.getString("key_task_id"),
                row.getString("cycle_id"),
                InspectionState.valueOf(row.getString("state")),
                row.getString("place"),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("report_version", Integer.class));
    }

    /** @return its id, the key task's with its number among the inspections of the key task */
    String insert(
            String government,
            String keyTaskId,
            @Nullable String cycleId,
            String place,
            LocalDate plannedOn,
            CurrentUser by,
            Instant now) {
        // One after the other, so that no two take the same number.
        jdbc.sql("select id from key_task where id = ? for no key update")
                .param(keyTaskId)
                .query(String.class)
                .single();
        return jdbc.sql(
                        """
                        insert into inspection (id, government, key_task_id, cycle_id, number, state, place, planned_on,
                            planned_by, planned_by_name, planned_at)
                        select :keyTask || '-i' || n, :government, :keyTask, :cycle, n, 'PLANNED', :place, :plannedOn,
                            :by, :byName, :now
                        from (select coalesce(max(number), 0) + 1 as n from inspection where key_task_id = :keyTask)
                        returning id""")
                .param("keyTask", keyTaskId)
                .param("government", government)
                .param("cycle", cycleId)
                .param("place", place)
                .param("plannedOn", plannedOn)
                .param("by", by.username())
                .param("byName", by.name())
                .param("now", Timestamp.from(now))
                .query(String.class)
                .single();
    }

    void cancel(String id, String reason, CurrentUser by, Instant now) {
        jdbc.sql(
                        """
                        update inspection
                        set state = 'CANCELLED', cancel_reason = ?, cancelled_by_name = ?, cancelled_at = ?
                        where id = ?""")
                .params(reason, by.name(), Timestamp.from(now), id)
                .update();
    }

    void record(
            String id,
            InspectionFinding finding,
            @Nullable Integer reportVersion,
            boolean contradictsApproved,
            CurrentUser by,
            Instant now) {
        jdbc.sql(
                        """
                        update inspection
                        set state = ?, agreement = ?, finding = ?, place = ?, seen_on = ?, report_version = ?,
                            contradicts_approved = ?, found_by = ?, found_by_name = ?, found_at = ?
                        where id = ?""")
                .params(
                        (contradictsApproved ? InspectionState.DECIDING : InspectionState.RECORDED).name(),
                        finding.agreement().name(),
                        finding.text(),
                        finding.place(),
                        finding.seenOn(),
                        reportVersion,
                        contradictsApproved,
                        by.username(),
                        by.name(),
                        Timestamp.from(now),
                        id)
                .update();
    }

    void decide(String id, InspectionDecision decision, String reason, CurrentUser by, Instant now) {
        jdbc.sql(
                        """
                        update inspection
                        set state = 'RECORDED', decision = ?, decision_reason = ?, decided_by = ?, decided_by_name = ?,
                            decided_at = ?
                        where id = ?""")
                .params(decision.name(), reason, by.username(), by.name(), Timestamp.from(now), id)
                .update();
    }
}
