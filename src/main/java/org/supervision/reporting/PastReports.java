package org.supervision.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.supervision.reporting.LatestReports.ReportWords;

/** Adds report versions from imported tables, many at once. */
@Repository
class PastReports {

    private final JdbcTemplate jdbc;

    PastReports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What an imported result table says of one cycle. */
    record PastReport(String cycle, int version, @Nullable Verdict verdict, ReportWords words) {}

    void add(List<PastReport> reports, Instant at) {
        jdbc.batchUpdate(
                """
                insert into progress_report (cycle_id, version, source, verdict, progress, problems, next_steps,
                                             submitted_at, lamp)
                select id, ?, 'IMPORT', ?, ?, ?, ?, ?, case when exists (
                    select from agreed_indicator a where a.key_task = c.key_task_id and a.retired_at is null)
                    then 'UNKNOWN' else 'NOT_COUNTED' end
                from reporting_cycle c where c.id = ?""",
                reports.stream()
                        .map(report -> new @Nullable Object[] {
                            report.version(),
                            report.verdict() == null ? null : report.verdict().name(),
                            report.words().progress(),
                            report.words().problems(),
                            report.words().nextSteps(),
                            Timestamp.from(at),
                            report.cycle()
                        })
                        .toList());
    }
}
