package org.supervision.dashboard;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Statements over the cycles of a scope: however many there are in the past, they are found by their rounds. */
@Component
class CycleSql {

    /**
     * A cycle {@code c} with its round {@code r}, the report that stands {@code p}, the first that was not undone {@code f} and
     * its returns {@code v}.
     */
    static final String FROM =
            """
            from reporting_cycle c
            join reporting_round r on r.id = c.round_id
            left join progress_report p
                on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
            left join lateral (
                select e.submitted_at, e.due_at from progress_report e
                where e.cycle_id = c.id and e.source = 'UNIT' and e.undone_at is null
                order by e.version limit 1) f on true
            left join lateral (
                select count(*) as returns from review w
                where w.cycle_id = c.id and w.decision = 'RETURN' and w.undone_at is null) v on true
            """;

    static final String WHERE =
            """
            where c.round_id = any(:rounds)
              and (:unit::text is null or c.lead_unit = :unit)
              and (:leader::text is null or exists (
                  select from key_task k where k.id = c.key_task_id and k.leader_in_charge = :leader))
              and (not :latest or not exists (
                  select from reporting_cycle l join reporting_round n on n.id = l.round_id
                  where l.key_task_id = c.key_task_id and n.year = r.year and n.quarter > r.quarter))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CycleSql(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param sql with {@link #WHERE} somewhere in it */
    StatementSpec over(CycleScope scope, String sql) {
        return jdbc.sql(sql)
                .param("rounds", scope.rounds().toArray(String[]::new))
                .param("unit", scope.unit())
                .param("leader", scope.leader())
                .param("latest", scope.latest())
                .param("now", Timestamp.from(clock.instant()));
    }
}
