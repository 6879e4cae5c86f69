package org.supervision.changerequest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.calendar.WorkingDays;
import org.supervision.reporting.PlanAdjustments;
import org.supervision.reporting.ResultRow.Adjustment;

/** What was changed in the plan of key tasks on request: published as adjusted, with the value before. */
@Repository
class Adjustments implements PlanAdjustments {

    private record Row(String keyTaskId, Adjustment adjustment) {}

    private final JdbcClient jdbc;

    Adjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Adjustment>> of(Collection<String> keyTaskIds) {
        return jdbc
                .sql(
                        """
                        select r.key_task_id, r.field, coalesce(b.name, r.old_value), coalesce(a.name, r.new_value), r.reason,
                            d.decided_by_name, d.decided_at
                        from change_request r
                        join lateral (select * from change_request_decision d
                                      where d.request_id = r.id order by d.decided_at desc limit 1) d on true
                        left join org_unit b on r.field = 'LEAD_UNIT' and b.code = r.old_value
                        left join org_unit a on r.field = 'LEAD_UNIT' and a.code = r.new_value
                        where r.key_task_id = any (?) and r.state = 'GRANTED' and r.kind in ('PLAN_CHANGE', 'LEAD_CHANGE')
                        order by r.ended_at""")
                .param(keyTaskIds.toArray(String[]::new))
                .query((row, n) -> new Row(
                        row.getString(1),
                        new Adjustment(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                LocalDate.ofInstant(row.getTimestamp(7).toInstant(), WorkingDays.ZONE))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::keyTaskId, Collectors.mapping(Row::adjustment, Collectors.toList())));
    }
}
