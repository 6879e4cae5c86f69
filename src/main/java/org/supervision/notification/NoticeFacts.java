package org.supervision.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.GroupPath;

/** Looks up what the sentences name: numbers, goals, units and due instants. */
@Repository
class NoticeFacts {

    /** Goals are quoted up to here; the page has the whole text. */
    private static final int GOAL_LENGTH = 40;

    private final JdbcClient jdbc;

    NoticeFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number of the key task */
    record CycleFacts(String unit, String unitName, String number, String goal, Instant reportDueAt) {}

    /** @param keyTask number of the key task */
    record SlipFacts(String kind, String year, String number, String unit, String keyTask, String goal) {}

    record RoundFacts(String year, int quarter, Instant reportDueAt) {}

    CycleFacts cycle(String id) {
        return jdbc.sql(
                        """
                        select c.*, k.goal, u.name as unit_name from reporting_cycle c
                        join key_task k on k.id = c.key_task_id join org_unit u on u.code = c.lead_unit
                        where c.id = ?""")
                .param(id)
                .query((row, n) -> new CycleFacts(
                        row.getString("lead_unit"),
                        row.getString("unit_name"),
                        row.getString("number"),
                        shortened(row.getString("goal")),
                        row.getTimestamp("report_due_at").toInstant()))
                .single();
    }

    SlipFacts slip(String id) {
        return jdbc.sql(
                        """
                        select s.*, c.number as key_task, k.goal from slip s
                        join reporting_cycle c on c.id = s.cycle_id join key_task k on k.id = c.key_task_id
                        where s.id = ?""")
                .param(id)
                .query((row, n) -> new SlipFacts(
                        row.getString("kind"),
                        row.getString("year"),
                        row.getString("number"),
                        row.getString("unit"),
                        row.getString("key_task"),
                        shortened(row.getString("goal"))))
                .single();
    }

    RoundFacts round(String id) {
        return jdbc.sql(
                        """
                        select r.year, r.quarter,
                            (select max(c.report_due_at) from reporting_cycle c where c.round_id = r.id) as due_at
                        from reporting_round r where r.id = ?""")
                .param(id)
                .query((row, n) -> {
                    Timestamp dueAt = row.getTimestamp("due_at");
                    return new RoundFacts(
                            row.getString("year"),
                            row.getInt("quarter"),
                            dueAt == null ? Instant.EPOCH : dueAt.toInstant());
                })
                .single();
    }

    /** Liaisons and leaders of the units that lead a cycle of the round or are asked for a part. */
    List<GroupPath> unitsOfRound(String government, String roundId) {
        return jdbc
                .sql(
                        """
                        select c.lead_unit as unit from reporting_cycle c where c.round_id = :round
                        union
                        select p.unit from partner_part p join reporting_cycle c on c.id = p.cycle_id
                        where c.round_id = :round""")
                .param("round", roundId)
                .query(String.class)
                .stream()
                .map(unit -> List.of(GroupPath.liaison(government, unit), GroupPath.unitLeader(government, unit)))
                .flatMap(List::stream)
                .toList();
    }

    static String shortened(String goal) {
        return goal.length() <= GOAL_LENGTH ? goal : goal.substring(0, GOAL_LENGTH) + "…";
    }
}
