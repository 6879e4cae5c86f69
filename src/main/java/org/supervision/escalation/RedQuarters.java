package org.supervision.escalation;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.reporting.RoundEvent.RoundClosed;

/**
 * Three red quarters of one key task in a row, as a rule, propose an interview when the third closes. Red is a quarter without an
 * approved report, whose lamp is unknown, and one whose report leaves its lamp unknown or behind. A suspended quarter is not red, a quarter without a cycle is none.
 */
@Component
class RedQuarters {

    private final JdbcClient jdbc;
    private final Interviews interviews;
    private final GovernmentRules rules;

    RedQuarters(JdbcClient jdbc, Interviews interviews, GovernmentRules rules) {
        this.jdbc = jdbc;
        this.interviews = interviews;
        this.rules = rules;
    }

    /** A cycle whose key task has been red this often. */
    record Red(String government, String keyTaskId, String cycleId, String unit) {}

    @EventListener
    void propose(RoundClosed event) {
        int times = rules.today(event.government(), GovernmentRule.RED_QUARTERS_TO_INTERVIEW);
        for (Red red : after(event.roundId(), times)) {
            interviews.proposeAfterRedQuarters(red);
        }
    }

    /** Only rounds that were run here count; what was imported has no slips. */
    private List<Red> after(String roundId, int times) {
        return jdbc.sql(
                        """
                        with latest as (
                            select c.*, c.round_id = :round as closes_now,
                                c.outcome in ('NOT_REPORTED', 'NOT_APPROVED')
                                    or c.outcome = 'APPROVED' and p.lamp in ('BEHIND', 'UNKNOWN') as red,
                                row_number() over (partition by c.key_task_id order by r.year desc, r.quarter desc) as back
                            from reporting_cycle c
                            join reporting_round r on r.id = c.round_id and r.origin = 'LIVE'
                            join reporting_round closed on closed.id = :round
                            left join progress_report p on p.cycle_id = c.id and p.version = c.report_version
                            where (r.year, r.quarter) <= (closed.year, closed.quarter)
                              and c.key_task_id in (select key_task_id from reporting_cycle where round_id = :round))
                        select max(government) as government, key_task_id,
                            max(id) filter (where closes_now) as cycle_id,
                            max(lead_unit) filter (where closes_now) as unit
                        from latest where back <= :times
                        group by key_task_id
                        having count(*) filter (where red) = :times
                        order by key_task_id""")
                .param("round", roundId)
                .param("times", times)
                .query(Red.class)
                .list();
    }
}
