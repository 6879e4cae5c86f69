package org.supervision.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.keytask.KeyTaskEndings;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** What the last closed quarters of key tasks came to. */
@Component
class LastQuarters implements KeyTaskEndings {

    private final JdbcClient jdbc;

    LastQuarters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Ending> of(Collection<String> keyTasks) {
        Map<String, Ending> endings = new HashMap<>();
        if (!keyTasks.isEmpty()) {
            jdbc.sql(
                            """
                            select distinct on (c.key_task_id) c.key_task_id, c.id, r.year, r.quarter, c.outcome,
                                c.office_verdict, %s as lamp,
                                (select string_agg(concat_ws(' ', nullif(a.target ->> 'name', ''),
                                        v.value::text || coalesce(a.target ->> 'unit', '')), ', ' order by a.id)
                                   from reported_value v join agreed_indicator a on a.id = v.indicator
                                  where v.cycle_id = c.id and v.version = c.report_version and v.value is not null
                                    and c.outcome = 'APPROVED') as figures
                            from reporting_cycle c
                            join reporting_round r on r.id = c.round_id
                            left join progress_report p
                                on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
                            where c.key_task_id = any(?) and c.state = 'CLOSED'
                            order by c.key_task_id, r.year desc, r.quarter desc"""
                                    .formatted(LampSql.OF_CYCLE))
                    .param(keyTasks.toArray(String[]::new))
                    .query(row -> {
                        endings.put(
                                row.getString("key_task_id"),
                                new Ending(
                                        row.getString("id"),
                                        new Quarter(row.getInt("year"), row.getInt("quarter")),
                                        row.getString("outcome"),
                                        row.getString("office_verdict"),
                                        Lamp.valueOf(row.getString("lamp")),
                                        row.getString("figures")));
                    });
        }
        return endings;
    }
}
