package org.supervision.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a database with quarters that are over and one that is open, by a few statements however many there are. */
public final class PastCycles {

    /** The quarter that is open; its reports are due on the thirteenth of October at 18:00. */
    public static final int OPEN_YEAR = 2026;

    private static final List<String> CITY = List.of(
            "insert into government (code, name) values (:city, :city) on conflict do nothing",
            """
            insert into org_unit (code, government, ordinal, name)
            select :city || '-u' || lpad(n::text, 3, '0'), :city, n, '市第' || n || '局'
            from generate_series(1, :units) n on conflict do nothing""",
            """
            insert into key_task (id, government, year, number, goal, lead_unit, source, leader_in_charge)
            select :city || '-' || y || '-' || n, :city, y, n, '建成第' || n || '项民生工程，年内投入使用',
                :city || '-u' || lpad((n % :units + 1)::text, 3, '0'), 'WORK_REPORT',
                case when n % 10 = 0 then :city || '-mayor' end
            from generate_series(2026 - (:quarters + 1) / 4, 2026) y, generate_series(1, greatest(:tasks, :open)) n""",
            // quarters back from the second of 2026, and the third, which is open
            """
            insert into reporting_round (id, government, year, quarter, state, origin, opens_on, report_due_on, closes_on,
                unit_review_days, office_review_days, resubmission_days, opened_at, closed_at, version, report_due_days,
                closing_days, parts_days)
            select :city || '-' || year || '-q' || quarter, :city, year, quarter,
                case when back = 0 then 'OPEN' else 'CLOSED' end, 'LIVE', start, start + 5, start + 20, 2, 3, 2,
                start + time '09:00', case when back > 0 then start + 20 + time '18:00' end, 0, 5, 10, 2
            from (
                select back, (2026 * 4 + 2 - back) / 4 as year, (2026 * 4 + 2 - back) % 4 + 1 as quarter,
                    (date '2026-10-08' - (back * interval '3 months'))::date as start
                from generate_series(0, :quarters) back) quarters""",
            """
            insert into reporting_cycle (id, round_id, key_task_id, government, number, lead_unit, state, returned, outcome,
                office_verdict, parts_due_at, report_due_at, report_version, overdue_episodes, closed_at, version)
            select r.id || '-' || n, r.id, :city || '-' || r.year || '-' || n, :city, n,
                :city || '-u' || lpad((n % :units + 1)::text, 3, '0'), 'CLOSED', false,
                case when n % 20 = 0 then 'NOT_REPORTED' else 'APPROVED' end,
                case when n % 20 > 0 then 'ON_SCHEDULE' end, r.report_due_on - 2 + time '10:00',
                r.report_due_on + time '10:00', case when n % 20 = 0 then 0 else 1 end, 0, r.closed_at, 0
            from reporting_round r, generate_series(1, :tasks) n where r.government = :city and r.state = 'CLOSED'""",
            """
            insert into reporting_cycle (id, round_id, key_task_id, government, number, lead_unit, state, returned, outcome,
                office_verdict, parts_due_at, report_due_at, unit_review_due_at, office_review_due_at, unit_review_from,
                office_review_from, report_version, overdue_episodes, closed_at, version)
            select r.id || '-' || n, r.id, :city || '-' || r.year || '-' || n, :city, n,
                :city || '-u' || lpad((n % :units + 1)::text, 3, '0'),
                case when n % 10 < 3 then 'DRAFTING' when n % 10 < 5 then 'UNIT_REVIEW'
                    when n % 10 < 7 then 'OFFICE_REVIEW' else 'CLOSED' end,
                n % 10 = 2, case when n % 10 > 6 then 'APPROVED' end, case when n % 10 > 6 then 'ON_SCHEDULE' end,
                r.report_due_on - 2 + time '10:00', r.report_due_on + time '10:00',
                case when n % 10 between 3 and 9 then r.report_due_on + 2 + time '10:00' end,
                case when n % 10 between 5 and 9 then r.report_due_on + 5 + time '10:00' end,
                case when n % 10 between 3 and 9 then r.report_due_on end,
                case when n % 10 between 5 and 9 then r.report_due_on + 2 end,
                case when n % 10 < 2 then 0 else 1 end, 0,
                case when n % 10 > 6 then r.report_due_on + 1 + time '02:00' end, 0
            from reporting_round r, generate_series(1, :open) n where r.government = :city and r.state = 'OPEN'""",
            """
            insert into progress_report (cycle_id, version, source, verdict, progress, submitted_by, submitted_by_name,
                submitted_at, due_at, lamp)
            select c.id, 1, 'UNIT', case when c.number % 7 = 0 then 'BEHIND' else 'ON_SCHEDULE' end,
                '第' || c.number || '项完成主体工程，正在安装设备，' || c.round_id, 'liaison', '联络员',
                c.report_due_at - (c.number % 4) * interval '1 day'
                    + case when c.number % 9 = 0 then interval '5 days' else interval '-1 hour' end,
                c.report_due_at,
                (array['ON_TRACK', 'BEHIND', 'AT_RISK', 'DONE', 'NOT_COUNTED', 'UNKNOWN'])[c.number % 6 + 1]
            from reporting_cycle c where c.government = :city and c.report_version = 1""",
            """
            insert into review (cycle_id, report_version, step, decision, reason, reviewed_by, reviewed_by_name, reviewed_at)
            select c.id, 1, s.step, case when c.returned and s.step = 'OFFICE' then 'RETURN' else 'APPROVE' end,
                case when c.returned and s.step = 'OFFICE' then 'FACTS_UNCLEAR' end, 'reviewer', '审核人',
                p.submitted_at + s.after
            from reporting_cycle c
            join progress_report p on p.cycle_id = c.id
            cross join (values ('UNIT', interval '20 hours'), ('OFFICE', interval '60 hours')) s (step, after)
            where c.government = :city and (c.returned or c.state = 'CLOSED' or c.state = 'OFFICE_REVIEW' and s.step = 'UNIT')""",
            """
            insert into completed_work_item (id, kind, name, process, step, business_key, government, candidates,
                completed_by, completed_by_name, completed_at, unit, seconds)
            select 'w-' || c.id, 'progress-report', '填报进展', 'quarterly-cycle', 'UserTask_DraftReport', c.id, :city,
                array[:city || '/units/' || c.lead_unit || '/liaison'], 'liaison', '联络员', p.submitted_at, c.lead_unit,
                case when c.number % 3 > 0 then 60 * (c.number % 40) end
            from reporting_cycle c join progress_report p on p.cycle_id = c.id where c.government = :city""",
            """
            insert into score_line (government, unit, year, quarter, event, points, cause_type, cause_id, created_at)
            select c.government, c.lead_unit, r.year, r.quarter, 'NOT_REPORTED', -5, 'reporting-cycle', c.id, c.closed_at
            from reporting_cycle c join reporting_round r on r.id = c.round_id
            where c.government = :city and c.outcome = 'NOT_REPORTED'""");

    private PastCycles() {}

    /**
     * A city whose last quarters are over, each with as many tasks, and whose third quarter of 2026 is open.
     *
     * @param open tasks of the open quarter
     */
    public static void fill(JdbcClient database, String city, int units, int quarters, int tasks, int open) {
        Map<String, Object> sizes =
                Map.of("city", city, "units", units, "quarters", quarters, "tasks", tasks, "open", open);
        for (String statement : CITY) {
            JdbcClient.StatementSpec spec = database.sql(statement);
            for (Map.Entry<String, Object> size : sizes.entrySet()) {
                if (statement.contains(":" + size.getKey())) {
                    spec = spec.param(size.getKey(), size.getValue());
                }
            }
            spec.update();
        }
    }

    /** Keeps what closed rounds came to, as the migration does for what was there before; none is kept yet. */
    public static void keep(JdbcClient database) {
        try {
            database.sql(new ClassPathResource("db/migration/V0242__dashboard_fill_unit_quarter.sql")
                            .getContentAsString(StandardCharsets.UTF_8))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void analyze(JdbcClient database) {
        for (String table : DashboardPlanTests.HISTORY) {
            database.sql("analyze " + table).update();
        }
        database.sql("analyze reporting_round").update();
    }
}
