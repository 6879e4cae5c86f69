package org.supervision.reporting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.shared.Quarter;

/** What a cycle reports on, and for which quarter. */
record ReportSubject(String keyTask, String round, String government, Quarter quarter) {

    static ReportSubject of(JdbcClient jdbc, String cycleId) {
        return jdbc.sql(
                        """
                        select c.key_task_id, c.round_id, c.government, r.year, r.quarter
                        from reporting_cycle c join reporting_round r on r.id = c.round_id where c.id = ?""")
                .param(cycleId)
                .query((row, n) -> new ReportSubject(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new Quarter(row.getInt(4), row.getInt(5))))
                .single();
    }
}
