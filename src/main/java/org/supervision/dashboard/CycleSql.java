package org.supervision.dashboard;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Statements over the cycles of a scope: however many there are in the past, they are found by their rounds. */
@Component
class CycleSql {

    /** A cycle {@code c} with its round {@code r}. */
    static final String CYCLES =
            """
            from reporting_cycle c
            join reporting_round r on r.id = c.round_id
            """;

    /**
     * The first report {@code f} that was not undone. Each part that is looked up for a cycle is a subquery of one row, which
     * the database cannot turn into a pass over all reports there ever were.
     */
    static final String FIRST =
            """
            left join lateral (
                select e.submitted_at, e.due_at from progress_report e
                where e.cycle_id = c.id and e.source = 'UNIT' and e.undone_at is null
                order by e.version limit 1) f on true
            """;

    /** All of this with the report that stands {@code p} and the returns {@code v}. */
    static final String FROM = CYCLES
            + FIRST
            + """
            left join lateral (
                select s.verdict, s.lamp from progress_report s
                where s.cycle_id = c.id and s.version = c.report_version and s.undone_at is null limit 1) p on true
            left join lateral (
                select count(*) as returns from review w
                where w.cycle_id = c.id and w.decision = 'RETURN' and w.undone_at is null) v on true
            """;

    static final String WHERE =
            """
            where c.round_id = any(:rounds)
              and (:unit::text is null or c.lead_unit = :unit)
              and (:leader::text is null
                  or (select k.leader_in_charge from key_task k where k.id = c.key_task_id) = :leader)
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
