package org.supervision.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.keytask.Indicator.Scale;
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
                                c.office_verdict, %s as lamp
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
                                        List.of()));
                    });
        }
        return withValues(endings);
    }

    private Map<String, Ending> withValues(Map<String, Ending> endings) {
        Map<String, List<EndValue>> values = new HashMap<>();
        jdbc.sql(
                        """
                        select c.key_task_id, a.target ->> 'name' as name, v.value, (a.target ->> 'value')::numeric as target,
                            a.target ->> 'scale' as scale, a.target ->> 'unit' as unit
                        from reporting_cycle c
                        join reported_value v on v.cycle_id = c.id and v.version = c.report_version
                        join agreed_indicator a on a.id = v.indicator
                        where c.id = any(?) and c.outcome = 'APPROVED' and v.value is not null
                        order by a.id""")
                .param(endings.values().stream().map(Ending::cycleId).toArray(String[]::new))
                .query(row -> {
                    values.computeIfAbsent(row.getString("key_task_id"), any -> new ArrayList<>())
                            .add(new EndValue(
                                    row.getString("name"),
                                    row.getBigDecimal("value"),
                                    row.getBigDecimal("target"),
                                    Scale.valueOf(row.getString("scale")),
                                    row.getString("unit")));
                });
        endings.replaceAll((keyTask, ending) -> new Ending(
                ending.cycleId(),
                ending.quarter(),
                ending.outcome(),
                ending.verdict(),
                ending.lamp(),
                values.getOrDefault(keyTask, List.of())));
        return endings;
    }
}
